"""Text with values put in, where a user's own methods take part: str.format and %.

Hidden in tracebacks. The natives behind these (format_fields.cpp, format_percent.cpp) do the common cases.
"""
import _il


def str_format(text, args, kwargs):
    """text.format(*args, **kwargs); args None: text.format_map(kwargs)."""
    # numbering: [next automatic index or None when numbered by hand]; empty: not known yet
    return _format(text, args, kwargs, 2, [])


def _format(text, args, kwargs, depth, numbering):
    if depth == 0:
        raise ValueError("Max string recursion exceeded")
    out = []
    for literal, name, conversion, spec in _il.format_pieces(text):
        out.append(literal)
        if name is None:
            continue
        value = _field(name, args, kwargs, numbering)
        if conversion is not None:
            value = _converted(value, conversion)
        if '{' in spec:
            spec = _format(spec, args, kwargs, depth - 1, numbering)
        out.append(format(value, spec))
    return ''.join(out)


def _field(name, args, kwargs, numbering):
    first, rest = _il.format_field(name)
    if first == '' or type(first) is int:
        value = _positional(first, args, numbering)
    else:
        value = kwargs[first]
    for is_attribute, key in rest:
        value = getattr(value, key) if is_attribute else value[key]
    return value


def _positional(index, args, numbering):
    automatic = index == ''
    if not numbering:
        numbering.append(0 if automatic else None)
    if automatic:
        if numbering[0] is None:
            raise ValueError(
                "cannot switch from manual field specification to automatic field numbering")
        index = numbering[0]
        numbering[0] = index + 1
    elif numbering[0] is not None:
        raise ValueError(
            "cannot switch from automatic field numbering to manual field specification")
    if args is None:
        raise ValueError("Format string contains positional fields")
    if index >= len(args):
        raise IndexError(f"Replacement index {index} out of range for positional args tuple")
    return args[index]


def _converted(value, conversion):
    if conversion == 'r':
        return repr(value)
    if conversion == 's':
        return str(value)
    if conversion == 'a':
        return ascii(value)
    if 32 < ord(conversion) < 127:
        raise ValueError(f"Unknown conversion specifier {conversion}")
    raise ValueError(f"Unknown conversion specifier \\x{ord(conversion):x}")


def percent_format(text, args):
    """text % args: every value is looked up and turned into what the natives can put in."""
    left = args if isinstance(args, tuple) else (args,)
    is_mapping = not isinstance(args, (tuple, str)) and hasattr(type(args), '__getitem__')
    at = 0
    values = []
    for key, kind, stars in _il.percent_items(text):
        if key is not None:
            if not is_mapping:
                raise TypeError("format requires a mapping")
            left = (args[key],)
            at = 0
        wanted = stars if kind == '%' else stars + 1
        if at + wanted > len(left):
            raise TypeError("not enough arguments for format string")
        values.extend(left[at:at + stars])
        if kind != '%':
            values.append(_percent_value(left[at + stars], kind))
        at += wanted
    if at < len(left) and not is_mapping:
        raise TypeError("not all arguments converted during string formatting")
    return _il.percent_apply(text, tuple(values))


def _percent_value(value, kind):
    if kind == 's':
        return str(value)
    if kind == 'r':
        return repr(value)
    if kind == 'a':
        return ascii(value)
    if isinstance(value, (int, float)):
        return value
    cls = type(value)
    if kind in 'eEfFgG':
        if hasattr(cls, '__float__') or hasattr(cls, '__index__'):
            return float(value) if not isinstance(value, str) else value
    elif kind in 'diu':
        if not isinstance(value, (str, complex)):
            if hasattr(cls, '__index__'):
                return cls.__index__(value)
            if hasattr(cls, '__int__'):
                return int(value)
    elif kind in 'xXoc' and hasattr(cls, '__index__'):
        return cls.__index__(value)
    return value


def str_join(separator, iterable):
    return separator.join(list(iterable))


def bytes_join(separator, iterable):
    return separator.join([bytes(i) if hasattr(i, "_il_buffer") else i for i in iterable])


def int_from_buffer(cls, data, *args, **kwargs):
    return cls.from_bytes(bytes(data), *args, **kwargs)


def str_translate(text, table):
    """text.translate(table) for a table that is not a dict of the plain kind."""
    out = []
    for c in text:
        try:
            to = table[ord(c)]
        except LookupError:
            out.append(c)
            continue
        if to is None:
            continue
        if isinstance(to, int):
            if not 0 <= to < 0x110000:
                raise ValueError("character mapping must be in range(0x110000)")
            out.append(chr(to))
        elif isinstance(to, str):
            out.append(to)
        else:
            raise TypeError("character mapping must return integer, None or str")
    return ''.join(out)


def bytes_from_iterable(made, iterable):
    """bytes(iterable) or bytearray.__init__(made, iterable) for what only Python can iterate."""
    items = list(iterable)
    if isinstance(made, type):
        return made(items)
    made[:] = bytes(items)


def bytearray_extend(array, iterable):
    array.extend(list(iterable))


def math_with_floats(name, args):
    """math.<name>(*args) with objects that only know how to become a float."""
    import math
    return getattr(math, name)(*[x if isinstance(x, (int, float)) else float(x) for x in args])


def math_with_ints(name, args):
    import math
    return getattr(math, name)(*[x if isinstance(x, int) else type(x).__index__(x) for x in args])


def math_fsum(iterable):
    import math
    return math.fsum([x if isinstance(x, (int, float)) else float(x) for x in iterable])


def math_prod(iterable, start):
    for x in iterable:
        start = start * x
    return start


def math_dist(p, q):
    import math
    return math.dist(list(p), list(q))


# --- b"%d" % 1

def _percent_bytes(v):
    if isinstance(v, (bytes, bytearray, memoryview)):
        return bytes(v)
    if not hasattr(type(v), "__bytes__"):
        raise TypeError("%b requires a bytes-like object, or an object that implements __bytes__, "
                        f"not '{type(v).__name__}'")
    return bytes(v)


def _percent_byte(v):
    if isinstance(v, int):
        if 0 <= v < 256:
            return chr(v)
        raise OverflowError("%c arg not in range(256)")
    if isinstance(v, (bytes, bytearray)) and len(v) == 1:
        return v.decode("latin-1")
    raise TypeError("%c requires an integer in range(256) or a single byte, "
                    f"not {type(v).__name__}")


def bytes_percent(form, args):
    """The same form for a str, with bytes as Latin-1 in it, formats the rest."""
    mapping = hasattr(type(args), "__getitem__") and not isinstance(args, (tuple, bytes, bytearray, str))
    rest = list(args)[::-1] if isinstance(args, tuple) else [args]

    def take():
        if not rest:
            raise TypeError("not enough arguments for format string")
        return rest.pop()

    text = bytes(form).decode("latin-1")
    parts = []
    values = []
    at = 0
    while (found := text.find("%", at)) >= 0:
        parts.append(text[at:found + 1])
        at = found + 1
        key = None
        if text[at:at + 1] == "(":
            end = text.find(")", at)
            if not mapping:
                raise TypeError("format requires a mapping")
            if end < 0:
                raise ValueError("incomplete format key")
            key = text[at + 1:end].encode("latin-1")
            at = end + 1
        start = at
        while at < len(text) and text[at] in "#0- +*.123456789hlL":
            if text[at] == "*":
                values.append(take())
            at += 1
        kind = text[at:at + 1]
        if not kind:
            raise ValueError("incomplete format")
        spec = text[start:at]
        at += 1
        if kind == "%":
            parts.append(spec + kind)
            continue
        value = take() if key is None else args[key]
        if kind in "sb":
            value = _percent_bytes(value).decode("latin-1")
        elif kind in "ra":
            value = ascii(value)
        elif kind == "c":
            value = _percent_byte(value)
        parts.append(spec + ("s" if kind in "sbrac" else kind))
        values.append(value)
    if rest and not mapping:
        raise TypeError("not all arguments converted during bytes formatting")
    parts.append(text[at:])
    made = ("".join(parts) % tuple(values)).encode("latin-1")
    return bytearray(made) if isinstance(form, bytearray) else made
