"""Objects as bytes and back: a format of its own, which only this module reads."""

import io
import struct
import sys

HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 5, 4


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


_MARK = b"\x80il"
_TYPES = {list: b"l", tuple: b"t", dict: b"d", set: b"s", frozenset: b"z", bytearray: b"a", complex: b"c"}
_FIXED = {None: b"N", True: b"T", False: b"F", Ellipsis: b"E", NotImplemented: b"I"}


def _number(n):
    return struct.pack("<I", n)


class Pickler:
    def __init__(self, file, protocol=None, **options):
        self._file = file

    def dump(self, obj):
        self._seen = {}
        self._kept = []
        self._out = [_MARK]
        self._save(obj)
        self._file.write(b"".join(self._out))

    def _put(self, code, data=b""):
        self._out.append(code + _number(len(data)) + data)

    def _save(self, x):
        kind = type(x)
        if kind in (type(None), bool, type(Ellipsis), type(NotImplemented)):
            self._out.append(_FIXED[x])
        elif kind is int:
            self._put(b"i", x.to_bytes(x.bit_length() // 8 + 1, "little", signed=True))
        elif kind is float:
            self._put(b"f", struct.pack("<d", x))
        elif id(x) in self._seen:
            self._out.append(b"m" + _number(self._seen[id(x)]))
        else:
            self._save_object(x, kind)

    def _remember(self, x):
        self._seen[id(x)] = len(self._seen)
        self._kept.append(x)

    def _save_object(self, x, kind):
        if kind in (str, bytes):
            self._remember(x)
            self._put(b"u" if kind is str else b"b", x.encode("utf-8", "surrogatepass") if kind is str else x)
        elif kind in (tuple, frozenset, bytearray, complex):  # made at the end
            parts = [bytes(x)] if kind is bytearray else [x.real, x.imag] if kind is complex else list(x)
            self._out.append(_TYPES[kind] + _number(len(parts)))
            for part in parts:
                self._save(part)
            self._remember(x)
        elif kind in (list, set, dict):
            self._remember(x)
            parts = list(x.items()) if kind is dict else list(x)
            self._out.append(_TYPES[kind] + _number(len(parts)))
            for part in parts:
                if kind is dict:
                    self._save(part[0])
                    self._save(part[1])
                else:
                    self._save(part)
        elif isinstance(x, type) or kind.__name__ in ("function", "builtin_function_or_method"):
            self._save_global(x, x.__qualname__)
        else:
            self._save_instance(x, kind)

    def _save_global(self, x, name):
        module = getattr(x, "__module__", None) or "builtins"
        found = sys.modules.get(module)
        if "<locals>" in name:
            raise AttributeError(f"Can't pickle local object {name!r}")
        for part in name.split("."):
            found = getattr(found, part, None)
        if found is not x:
            where = f"attribute lookup {name} on {module} failed" if found is None else \
                f"it's not the same object as {module}.{name}"
            raise PicklingError(f"Can't pickle {x!r}: {where}")
        self._put(b"g", f"{module}:{name}".encode())

    def _save_instance(self, x, kind):
        reduce = getattr(x, "__reduce_ex__", None)
        made = reduce(4) if reduce else x.__reduce__() if hasattr(kind, "__reduce__") else None
        if isinstance(made, str):
            return self._save_global(x, made)
        if made is None:
            made = self._taken_apart(x, kind)
        made = tuple(made) + (None,) * (5 - len(made))
        self._out.append(b"r")
        self._save(made[0])
        self._save(made[1])
        self._remember(x)
        self._save(made[2])
        self._save(made[3] and list(made[3]))
        self._save(made[4] and list(made[4]))

    def _taken_apart(self, x, kind):
        if isinstance(x, BaseException):
            return kind, x.args, x.__dict__ or None
        state = x.__getstate__() if hasattr(x, "__getstate__") else getattr(x, "__dict__", None) or None
        slots = {}
        for base in kind.__mro__:
            names = base.__dict__.get("__slots__", ())
            for name in (names,) if isinstance(names, str) else names:
                if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                    slots[name] = getattr(x, name)
        if slots and not hasattr(x, "__getstate__"):
            state = state, slots
        args = x.__getnewargs__() if hasattr(x, "__getnewargs__") else ()
        for base in (int, float, str, bytes, tuple, frozenset):
            if isinstance(x, base) and not args:
                args = (base(x),)
        native = next(c for c in kind.__mro__ if c.__module__ in ("builtins", "_thread", "_io", "threading"))
        if native not in (object, int, float, str, bytes, tuple, frozenset, list, dict, set) or kind.__name__ == "generator":
            name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
            raise TypeError(f"cannot pickle {name!r} object")
        if kind.__name__ == "deque":
            return kind, (list(x), x.maxlen), state
        return (_new if hasattr(kind, "__getnewargs__") else _new_plain, (kind,) + tuple(args), state, x if isinstance(x, (list, set)) else None,
                x.items() if isinstance(x, dict) else None)


def _new(cls, *args):
    return cls.__new__(cls, *args)


def _new_plain(cls, *args):
    return next(c for c in cls.__mro__ if c.__module__ == "builtins").__new__(cls, *args)


class Unpickler:
    def __init__(self, file, **options):
        self._file = file

    def load(self):
        head = self._file.read(3)
        if not head:
            raise EOFError("Ran out of input")
        if head != _MARK:
            raise UnpicklingError("these bytes were not made by pickle as it is here")
        self._made = []
        return self._load()

    def find_class(self, module, name):
        __import__(module)
        found = sys.modules[module]
        for part in name.split("."):
            found = getattr(found, part)
        return found

    def _read(self, n):
        data = self._file.read(n)
        if len(data) < n:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _load(self):
        code = self._read(1)
        for value, mark in _FIXED.items():
            if mark == code:
                return value
        if code == b"r":
            return self._load_instance()
        n = struct.unpack("<I", self._read(4))[0]
        if code == b"m":
            return self._made[n]
        if code == b"i":
            return int.from_bytes(self._read(n), "little", signed=True)
        if code == b"f":
            return struct.unpack("<d", self._read(n))[0]
        if code == b"g":
            return self.find_class(*self._read(n).decode().split(":"))
        if code in (b"u", b"b"):
            data = self._read(n)
            value = data.decode("utf-8", "surrogatepass") if code == b"u" else data
        elif code in (b"l", b"s", b"d"):
            value = [] if code == b"l" else set() if code == b"s" else {}
            self._made.append(value)
            for _ in range(n):
                part = self._load()
                if code == b"d":
                    value[part] = self._load()
                else:
                    (value.append if code == b"l" else value.add)(part)
            return value
        else:
            kind = next((k for k, mark in _TYPES.items() if mark == code), None)
            if kind is None:
                raise UnpicklingError(f"invalid load key, {code!r}.")
            parts = [self._load() for _ in range(n)]
            value = kind(*parts) if kind in (bytearray, complex) else kind(parts)
        self._made.append(value)
        return value

    def _load_instance(self):
        function, args = self._load(), self._load()
        x = function(*args)
        self._made.append(x)
        state, items, pairs = self._load(), self._load(), self._load()
        if items:
            (x.extend if hasattr(x, "extend") else x.update)(items)
        for key, value in pairs or ():
            x[key] = value
        if state is not None:
            if hasattr(x, "__setstate__"):
                x.__setstate__(state)
            else:
                for part in state if isinstance(state, tuple) else (state,):
                    for name, value in (part or {}).items():
                        setattr(x, name, value) if part is not state else x.__dict__.__setitem__(name, value)
        return x


def dump(obj, file, protocol=None, **options):
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None, **options):
    file = io.BytesIO()
    Pickler(file, protocol).dump(obj)
    return file.getvalue()


def load(file, **options):
    return Unpickler(file).load()


def loads(data, /, **options):
    return Unpickler(io.BytesIO(bytes(data))).load()
