"""repr() that stays short."""

import builtins
from itertools import islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    def decorate(function):
        import functools
        import threading
        running = set()

        @functools.wraps(function)
        def wrapper(self):
            key = id(self), threading.get_ident()
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)
        return wrapper
    return decorate


class Repr:
    def __init__(self):
        self.maxlevel = self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxstring = self.maxother = 30
        self.maxlong = 40
        self.fillvalue = "..."

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = "repr_" + type(x).__name__.replace(" ", "_")
        return getattr(self, name, self.repr_instance)(x, level)

    def _items(self, x, level, left, right, most, trail=""):
        if level <= 0 and x:
            return left + self.fillvalue + right
        parts = [self.repr1(item, level - 1) for item in islice(x, most)]
        if len(x) > most:
            parts.append(self.fillvalue)
        return left + ", ".join(parts) + (trail if len(x) == 1 else "") + right

    def repr_tuple(self, x, level):
        return self._items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._items(x, level, "[", "]", self.maxlist)

    def repr_deque(self, x, level):
        return self._items(x, level, "deque([", "])", self.maxdeque)

    def _sorted(self, x):
        try:
            return sorted(x)
        except Exception:
            return list(x)

    def repr_set(self, x, level):
        return self._items(self._sorted(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._items(self._sorted(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        parts = [f"{self.repr1(k, level - 1)}: {self.repr1(x[k], level - 1)}" for k in islice(self._sorted(x), self.maxdict)]
        if len(x) > self.maxdict:
            parts.append(self.fillvalue)
        return "{" + ", ".join(parts) + "}"

    def _cut(self, s, most):
        if len(s) <= most:
            return s
        i = max(0, (most - 3) // 2)
        return s[:i] + self.fillvalue + s[len(s) - max(0, most - 3 - i):]

    def repr_str(self, x, level):
        s = builtins.repr(x[:self.maxstring])
        if len(s) > self.maxstring:
            i = max(0, (self.maxstring - 3) // 2)
            j = max(0, self.maxstring - 3 - i)
            s = builtins.repr(x[:i] + x[len(x) - j:])
            s = s[:i] + self.fillvalue + s[len(s) - j:]
        return s

    def repr_int(self, x, level):
        return self._cut(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            s = builtins.repr(x)
        except Exception:
            return f"<{type(x).__name__} instance at {id(x):#x}>"
        return self._cut(s, self.maxother)


aRepr = Repr()
repr = aRepr.repr
