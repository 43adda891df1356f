"""Nested data in lines that can be read."""

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._repr(object, [], 1)


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _SafeKey:
    """For sorting what may not be comparable."""

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_pair(pair):
    return _SafeKey(pair[0])


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers
        self._readable = True
        self._recursive = False

    def pprint(self, object):
        import sys
        (sys.stdout if self._stream is None else self._stream).write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, [], 0)
        return "".join(out)

    def isreadable(self, object):
        self._readable, self._recursive = True, False
        self._repr(object, [], 0)
        return self._readable and not self._recursive

    def isrecursive(self, object):
        self._recursive = False
        self._repr(object, [], 0)
        return self._recursive

    # On one line.
    def _repr(self, object, context, level):
        cls = type(object)
        if cls in (str, float, type(None), bool, bytes):
            return repr(object)
        if cls is int:
            return f"{object:_d}" if self._underscore_numbers else repr(object)
        plain = cls.__repr__ in (dict.__repr__, list.__repr__, tuple.__repr__)
        if not plain or not isinstance(object, (dict, list, tuple)):
            text = repr(object)
            if text.startswith('<'):
                self._readable = False
            return text
        is_dict = isinstance(object, dict)
        if not object:
            return "{}" if is_dict else "[]" if isinstance(object, list) else "()"
        if self._depth and level >= self._depth:
            self._readable = False
            return "{...}" if is_dict else "[...]" if isinstance(object, list) else "(...)"
        if id(object) in context:
            self._readable = False
            self._recursive = True
            return f"<Recursion on {cls.__name__} with id={id(object)}>"
        context.append(id(object))
        if is_dict:
            text = "{%s}" % ", ".join(f"{self._repr(k, context, level + 1)}: {self._repr(v, context, level + 1)}"
                                      for k, v in self._pairs(object))
        else:
            text = ", ".join(self._repr(item, context, level + 1) for item in object)
            if isinstance(object, list):
                text = f"[{text}]"
            else:
                text = f"({text},)" if len(object) == 1 else f"({text})"
        context.pop()
        return text

    def _pairs(self, mapping):
        return sorted(mapping.items(), key=_safe_pair) if self._sort_dicts else list(mapping.items())

    # On as many as needed: `indent` is where the object begins, `allowance` what follows it on its last line.
    def _format(self, object, out, indent, allowance, context, level):
        if id(object) in context:
            self._recursive = True
            out.append(f"<Recursion on {type(object).__name__} with id={id(object)}>")
            return
        text = self._repr(object, list(context), level)
        if len(text) <= self._width - indent - allowance:
            out.append(text)
            return
        method = self._method_for(object)
        if method is None or self._depth and level >= self._depth and not isinstance(object, str):
            out.append(text)
            return
        context.append(id(object))
        method(self, object, out, indent, allowance, context, level + 1)
        context.pop()

    def _method_for(self, object):
        cls = type(object)
        own = cls.__repr__
        for base, method in ((dict, PrettyPrinter._format_dict), (list, PrettyPrinter._format_list),
                             (tuple, PrettyPrinter._format_tuple), (set, PrettyPrinter._format_set),
                             (frozenset, PrettyPrinter._format_set), (str, PrettyPrinter._format_str)):
            if own is base.__repr__ and isinstance(object, base):
                return method
        name = cls.__name__
        if cls.__module__ == "collections" and name in ("OrderedDict", "defaultdict", "Counter", "deque"):
            return PrettyPrinter._format_collection
        if name in ("SimpleNamespace", "namespace") and cls.__module__ == "types":
            return PrettyPrinter._format_fields
        if hasattr(cls, "__dataclass_fields__") and cls.__dataclass_params__.repr and \
                getattr(own, "__wrapped__", None) is not None:
            return PrettyPrinter._format_fields
        return None

    def _format_dict(self, object, out, indent, allowance, context, level):
        out.append("{" + " " * (self._indent - 1))
        self._format_pairs(self._pairs(object), out, indent + self._indent, allowance + 1, context, level)
        out.append("}")

    def _format_pairs(self, pairs, out, indent, allowance, context, level):
        for index, (key, value) in enumerate(pairs):
            if index:
                out.append(",\n" + " " * indent)
            text = self._repr(key, context, level)
            out.append(text + ": ")
            last = index == len(pairs) - 1
            self._format(value, out, indent + len(text) + 2, allowance if last else 1, context, level)

    def _format_list(self, object, out, indent, allowance, context, level):
        self._format_items(object, out, indent, allowance, context, level, "[", "]")

    def _format_tuple(self, object, out, indent, allowance, context, level):
        self._format_items(object, out, indent, allowance, context, level, "(", ",)" if len(object) == 1 else ")")

    def _format_set(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        start, end = "{", "}"
        if type(object) is not set:
            start, end = type(object).__name__ + "({", "})"
            indent += len(type(object).__name__) + 1
        self._format_items(sorted(object, key=_SafeKey), out, indent, allowance, context, level, start, end)

    def _format_items(self, items, out, indent, allowance, context, level, start, end):
        out.append(start)
        inner = indent + self._indent
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        allowance += len(end)
        items = list(items)
        separator = ",\n" + " " * inner
        room = width = self._width - inner + 1
        first = True
        for index, item in enumerate(items):
            last = index == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                need = len(text) + 2
                if room < need:
                    room = width
                    if not first:
                        out.append(separator)
                        first = True
                if room >= need:
                    room -= need
                    out.append(text if first else ", " + text)
                    first = False
                    continue
            if not first:
                out.append(separator)
            first = False
            self._format(item, out, inner, allowance if last else 1, context, level)
        out.append(end)

    def _format_str(self, object, out, indent, allowance, context, level):
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = self._width - indent
        for index, line in enumerate(lines):
            text = repr(line)
            if index == len(lines) - 1:
                room -= allowance
            if len(text) <= room:
                chunks.append(text)
                continue
            current = ""
            parts = _words(line)
            for at, part in enumerate(parts):
                candidate = current + part
                space = self._width - indent
                if at == len(parts) - 1 and index == len(lines) - 1:
                    space -= allowance
                if len(repr(candidate)) > space:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        out.append(f"({text})" if level == 1 else text)

    def _format_collection(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        if not object:
            out.append(repr(object))
            return
        indent += len(name) + 1
        if name == "OrderedDict":
            out.append(name + "(")
            self._format_items(list(object.items()), out, indent, allowance + 1, context, level, "[", "]")
            out.append(")")
        elif name == "defaultdict":
            factory = repr(object.default_factory)
            out.append(f"{name}({factory},\n{' ' * indent}")
            self._format_dict(object, out, indent, allowance + 1, context, level)
            out.append(")")
        elif name == "Counter":
            out.append(name + "({" + " " * (self._indent - 1))
            self._format_pairs(object.most_common(), out, indent + self._indent, allowance + 2, context, level)
            out.append("})")
        else:
            out.append(name + "(")
            if object.maxlen is None:
                self._format_items(object, out, indent, allowance + 1, context, level, "[", "]")
                out.append(")")
            else:
                self._format_items(object, out, indent, 2, context, level, "[", "]")
                out.append(f",\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})")

    def _format_fields(self, object, out, indent, allowance, context, level):
        cls = type(object)
        name = "namespace" if cls.__name__ == "SimpleNamespace" else cls.__name__
        fields = getattr(cls, "__dataclass_fields__", None)
        if fields is None:
            pairs = list(object.__dict__.items())
        else:
            pairs = [(key, getattr(object, key)) for key, field in fields.items() if field.repr]
        indent += len(name) + 1
        out.append(name + "(")
        for index, (key, value) in enumerate(pairs):
            if index:
                out.append(",\n" + " " * indent)
            out.append(key + "=")
            self._format(value, out, indent + len(key) + 1, allowance if index == len(pairs) - 1 else 1, context, level)
        out.append(")")


def _words(line):
    """Words with the white space behind them."""
    parts = []
    at = 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        parts.append(line[at:end])
        at = end
    return parts
