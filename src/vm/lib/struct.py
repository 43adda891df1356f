"""Numbers as bytes, laid out as in C."""

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    __module__ = "struct"


_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8,
          "Q": 8, "n": 8, "N": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1, "P": 8}


def _parse(fmt):
    """The order of bytes and [(kind, count, size, offset)]."""
    if isinstance(fmt, bytes):
        fmt = fmt.decode("ascii")
    order, native = "little", True
    if fmt[:1] in "@=<>!" and fmt:
        order = "big" if fmt[0] in ">!" else "little"
        native = fmt[0] == "@"
        fmt = fmt[1:]
    items = []
    offset = 0
    i = 0
    while i < len(fmt):
        c = fmt[i]
        i += 1
        if c.isspace():
            continue
        count = None
        if c.isdigit():
            start = i - 1
            while i < len(fmt) and fmt[i].isdigit():
                i += 1
            if i >= len(fmt):
                raise error("repeat count given without format specifier")
            count = int(fmt[start:i])
            c = fmt[i]
            i += 1
        if c not in _SIZES or (not native and c in "nNP"):
            raise error("bad char in struct format")
        size = 8 if native and c in "lL" else _SIZES[c]
        if native and c not in "sp":
            offset += -offset % size
        times = 1 if count is None else count
        if c in "sp":
            items.append((c, 1, times, offset))
            offset += times
        elif c == "x":
            offset += times
        else:
            for _ in range(times):
                items.append((c, 1, size, offset))
                offset += size
    return order, items, offset


def _float_bits(value, size):
    import math
    exponent_bits, fraction_bits = (5, 10) if size == 2 else (8, 23) if size == 4 else (11, 52)
    bias = (1 << exponent_bits - 1) - 1
    sign = 1 if math.copysign(1.0, value) < 0 else 0
    value = abs(value)
    top = (1 << exponent_bits) - 1
    if value != value:
        return sign << exponent_bits + fraction_bits | top << fraction_bits | 1 << fraction_bits - 1
    if value == math.inf:
        return sign << exponent_bits + fraction_bits | top << fraction_bits
    if value == 0:
        return sign << exponent_bits + fraction_bits
    fraction, exponent = math.frexp(value)
    exponent += bias - 1
    if exponent < 1:
        number = round(math.ldexp(value, fraction_bits + bias - 1))
        return sign << exponent_bits + fraction_bits | number
    number = round(math.ldexp(fraction * 2 - 1, fraction_bits))
    bits = (exponent << fraction_bits) + number
    if bits >= top << fraction_bits:
        raise OverflowError(f"float too large to pack with {'e' if size == 2 else 'f'} format")
    return sign << exponent_bits + fraction_bits | bits


def _bits_float(bits, size):
    import math
    exponent_bits, fraction_bits = (5, 10) if size == 2 else (8, 23) if size == 4 else (11, 52)
    bias = (1 << exponent_bits - 1) - 1
    sign = -1.0 if bits >> exponent_bits + fraction_bits else 1.0
    exponent = bits >> fraction_bits & (1 << exponent_bits) - 1
    fraction = bits & (1 << fraction_bits) - 1
    if exponent == (1 << exponent_bits) - 1:
        return math.nan if fraction else sign * math.inf
    if exponent == 0:
        return sign * math.ldexp(fraction, 1 - bias - fraction_bits)
    return sign * math.ldexp(fraction | 1 << fraction_bits, exponent - bias - fraction_bits)


def _packed(kind, size, value, order):
    if kind == "c":
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return bytes(value)
    if kind == "s" or kind == "p":
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{kind}' must be a bytes object")
        if kind == "p":
            value = bytes([min(len(value), size - 1, 255)]) + bytes(value)
        return bytes(value)[:size].ljust(size, b"\0")
    if kind == "?":
        return b"\1" if value else b"\0"
    if kind in "efd":
        if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
            raise error("required argument is not a float")
        return _float_bits(float(value), size).to_bytes(size, order)
    if not isinstance(value, int):
        if not hasattr(value, "__index__"):
            raise error("required argument is not an integer")
        value = value.__index__()
    signed = kind in "bhilqn"
    low, high = (-(1 << size * 8 - 1), (1 << size * 8 - 1) - 1) if signed else (0, (1 << size * 8) - 1)
    if not low <= value <= high:
        if kind in "bBhH":
            name = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}[kind]
            raise error(f"{name} format requires {low} <= number <= {high}")
        if kind in "qQ":
            raise error("int too large to convert")
        raise error(f"'{kind}' format requires {low} <= number <= {high}")
    return value.to_bytes(size, order, signed=signed)


class Struct:
    """A layout, ready to be used again and again."""

    def __init__(self, format):
        self.format = format.decode() if isinstance(format, bytes) else format
        self._order, self._items, self.size = _parse(format)

    def pack(self, *values):
        if len(values) != len(self._items):
            raise error(f"pack expected {len(self._items)} items for packing (got {len(values)})")
        out = bytearray(self.size)
        for (kind, _, size, offset), value in zip(self._items, values):
            out[offset:offset + size] = _packed(kind, size, value, self._order)
        return bytes(out)

    def pack_into(self, buffer, offset, *values):
        buffer[offset:offset + self.size] = self.pack(*values)

    def unpack(self, buffer):
        if len(buffer) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self.unpack_from(buffer)

    def unpack_from(self, buffer, offset=0):
        if len(buffer) - offset < self.size:
            raise error(f"unpack_from requires a buffer of at least {offset + self.size} bytes for "
                        f"unpacking {self.size} bytes at offset {offset} (actual buffer size is "
                        f"{len(buffer)})")
        values = []
        for kind, _, size, at in self._items:
            data = bytes(buffer[offset + at:offset + at + size])
            if kind in "cs":
                values.append(data)
            elif kind == "p":
                values.append(data[1:1 + data[0]])
            elif kind == "?":
                values.append(data != b"\0")
            elif kind in "efd":
                values.append(_bits_float(int.from_bytes(data, self._order), size))
            else:
                values.append(int.from_bytes(data, self._order, signed=kind in "bhilqn"))
        return tuple(values)

    def iter_unpack(self, buffer):
        for offset in range(0, len(buffer), self.size):
            yield self.unpack_from(buffer, offset)


def calcsize(fmt):
    return Struct(fmt).size


def pack(fmt, *values):
    return Struct(fmt).pack(*values)


def pack_into(fmt, buffer, offset, *values):
    Struct(fmt).pack_into(buffer, offset, *values)


def unpack(fmt, buffer):
    return Struct(fmt).unpack(buffer)


def unpack_from(fmt, buffer, offset=0):
    return Struct(fmt).unpack_from(buffer, offset)


def iter_unpack(fmt, buffer):
    return Struct(fmt).iter_unpack(buffer)
