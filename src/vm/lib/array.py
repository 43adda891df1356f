"""Lists of numbers of one kind."""

__all__ = ["array", "typecodes"]

typecodes = "bBuhHiIlLqQfd"
_RANGES = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8, "u": 4}


class array:
    _il_sequence = True
    __module__ = "array"

    def __init__(self, typecode, initializer=()):
        if typecode not in _RANGES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self.itemsize = _RANGES[typecode]
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def _checked(self, value):
        code = self.typecode
        if code == "u":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be a unicode character, not "
                                + type(value).__name__)
            return value
        if code in "fd":
            if not isinstance(value, (int, float)):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            if code == "f":
                import struct
                return struct.unpack("f", struct.pack("f", value))[0]
            return float(value)
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        bits = self.itemsize * 8
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if code in "bhilq" else (0, (1 << bits) - 1)
        if value < low or value > high:
            names = {"b": "signed char", "h": "signed short integer", "B": "unsigned byte integer",
                     "H": "unsigned short"}
            if code in names:
                raise OverflowError(f"{names[code]} is {'less than minimum' if value < low else 'greater than maximum'}")
            raise OverflowError("Python int too large to convert to C long" if value > high
                                else "can't convert negative value to unsigned int")
        return int(value)

    def append(self, value):
        self._items.append(self._checked(value))

    def extend(self, values):
        if isinstance(values, array) and values.typecode != self.typecode:
            raise TypeError("can only extend with array of same kind")
        self._items.extend([self._checked(v) for v in values])

    fromlist = extend

    def insert(self, index, value):
        self._items.insert(index, self._checked(value))

    def pop(self, index=-1):
        if not self._items:
            raise IndexError("pop from empty array")
        return self._items.pop(index)

    def remove(self, value):
        try:
            self._items.remove(value)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def index(self, value):
        try:
            return self._items.index(value)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, value):
        return self._items.count(value)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def buffer_info(self):
        return (id(self), len(self._items))

    def tobytes(self):
        import struct
        if self.typecode == "u":
            return "".join(self._items).encode("utf-32-le")
        code = self.typecode.replace("l", "q").replace("L", "Q")
        return struct.pack(f"={len(self._items)}{code}", *self._items)

    def frombytes(self, data):
        import struct
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        code = self.typecode.replace("l", "q").replace("L", "Q")
        self._items.extend(struct.unpack(f"={len(data) // self.itemsize}{code}", data))

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, index):
        if isinstance(index, slice):
            return array(self.typecode, self._items[index])
        try:
            return self._items[index]
        except IndexError:
            raise IndexError("array index out of range") from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError("can only assign array (not \"%s\") to array slice" % type(value).__name__)
            self._items[index] = value._items
            return
        try:
            self._items[index] = self._checked(value)
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, index):
        del self._items[index]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f"can only append array (not \"{type(other).__name__}\") to array")
        return array(self.typecode, self._items + other._items)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, times):
        return array(self.typecode, self._items * times)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        items = repr("".join(self._items)) if self.typecode == "u" else repr(self._items)
        return f"array('{self.typecode}', {items})"


ArrayType = array
