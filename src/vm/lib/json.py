"""JSON text to values and back."""

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

import _json


class JSONDecodeError(ValueError):
    """What is wrong with a text, and where."""

    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


class JSONEncoder:
    """Values to text; default() may be overridden for classes of one's own."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        parts = []
        self._write(o, parts.append, 0, [])
        return "".join(parts)

    def iterencode(self, o, _one_shot=False):
        parts = []
        self._write(o, parts.append, 0, [])
        return iter(parts)

    def _write(self, o, out, depth, open_objects):
        if isinstance(o, str):
            out(_json.quote(str(o), self.ensure_ascii))
        elif o is None:
            out("null")
        elif o is True:
            out("true")
        elif o is False:
            out("false")
        elif isinstance(o, int):
            out(int.__repr__(o))
        elif isinstance(o, float):
            out(self._float(o))
        elif isinstance(o, (list, tuple)):
            self._write_list(o, out, depth, open_objects)
        elif isinstance(o, dict):
            self._write_dict(o, out, depth, open_objects)
        else:
            self._enter(o, open_objects)
            self._write(self.default(o), out, depth, open_objects)
            open_objects.pop()

    def _enter(self, o, open_objects):
        if self.check_circular:
            for other in open_objects:
                if other is o:
                    raise ValueError("Circular reference detected")
        open_objects.append(o)

    def _line(self, depth):
        indent = self.indent if isinstance(self.indent, str) else " " * self.indent
        return "\n" + indent * depth

    def _write_list(self, o, out, depth, open_objects):
        if not o:
            out("[]")
            return
        self._enter(o, open_objects)
        separator = self.item_separator
        out("[")
        if self.indent is not None:
            line = self._line(depth + 1)
            out(line)
            separator += line
        first = True
        for value in o:
            if not first:
                out(separator)
            first = False
            self._write(value, out, depth + 1, open_objects)
        if self.indent is not None:
            out(self._line(depth))
        out("]")
        open_objects.pop()

    def _write_dict(self, o, out, depth, open_objects):
        if not o:
            out("{}")
            return
        self._enter(o, open_objects)
        separator = self.item_separator
        out("{")
        if self.indent is not None:
            line = self._line(depth + 1)
            out(line)
            separator += line
        items = sorted(o.items()) if self.sort_keys else o.items()
        first = True
        for key, value in items:
            key = self._key(key)
            if key is None:
                continue
            if not first:
                out(separator)
            first = False
            out(_json.quote(key, self.ensure_ascii))
            out(self.key_separator)
            self._write(value, out, depth + 1, open_objects)
        if self.indent is not None:
            out(self._line(depth))
        out("}")
        open_objects.pop()

    def _key(self, key):
        if isinstance(key, str):
            return str(key)
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == float("inf"):
            text = "Infinity"
        elif o == float("-inf"):
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        return text


class JSONDecoder:
    """Text to values."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _json.skip(s, 0))
        end = _json.skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._string(s, at + 1)
        if c == "{":
            return self._object(s, at + 1)
        if c == "[":
            return self._array(s, at + 1)
        for word, value in _WORDS:
            if s.startswith(word, at):
                if value is not None and value is not True and value is not False:
                    value = self.parse_constant(word) if self.parse_constant else value
                return value, at + len(word)
        found = _json.number(s, at)
        if found is None:
            raise JSONDecodeError("Expecting value", s, at)
        end, is_float = found
        text = s[at:end]
        return (self.parse_float(text) if is_float else self.parse_int(text)), end

    def _string(self, s, at):
        result = _json.string(s, at, self.strict)
        if len(result) == 3:
            raise JSONDecodeError(result[0], s, result[1])
        return result

    def _array(self, s, at):
        values = []
        at = _json.skip(s, at)
        if s[at:at + 1] == "]":
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = _json.skip(s, at)
            c = s[at:at + 1]
            at += 1
            if c == "]":
                return values, at
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at - 1)
            at = _json.skip(s, at)

    def _object(self, s, at):
        pairs = []
        at = _json.skip(s, at)
        c = s[at:at + 1]
        if c == "}":
            return self._made(pairs), at + 1
        if c != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        while True:
            key, at = self._string(s, at + 1)
            at = _json.skip(s, at)
            if s[at:at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _json.skip(s, at + 1))
            pairs.append((key, value))
            at = _json.skip(s, at)
            c = s[at:at + 1]
            at += 1
            if c == "}":
                return self._made(pairs), at
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at - 1)
            at = _json.skip(s, at)
            if s[at:at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


_WORDS = (("null", None), ("true", True), ("false", False), ("NaN", float("nan")),
          ("Infinity", float("inf")), ("-Infinity", float("-inf")))


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None,
          indent=None, separators=None, default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii,
                                check_circular=check_circular, allow_nan=allow_nan, indent=indent,
                                separators=separators, default=default, sort_keys=sort_keys,
                                **kw).encode(obj)


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode("utf-8-sig" if s.startswith(b"\xef\xbb\xbf") else "utf-8")
    elif not isinstance(s, str):
        raise TypeError("the JSON object must be str, bytes or bytearray, "
                        f"not {s.__class__.__name__}")
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    return (cls or JSONDecoder)(object_hook=object_hook, parse_float=parse_float,
                                parse_int=parse_int, parse_constant=parse_constant,
                                object_pairs_hook=object_pairs_hook, **kw).decode(s)


def load(fp, **options):
    return loads(fp.read(), **options)
