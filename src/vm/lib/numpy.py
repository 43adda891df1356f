"""A small numpy: arrays of doubles with one or two dimensions, whose arithmetic runs without the GIL.

Whole numbers and truth values are kept as doubles and remember what they are; there are no other types.
"""

import builtins as _b
import math as _math
import _numpy

__version__ = "1.26.0"
pi, e, inf, nan, newaxis = _math.pi, _math.e, _math.inf, _math.nan, None
float64 = double = float_ = float
int64 = int32 = int_ = int
bool_ = bool


def _kind_of(dtype):
    if dtype in (None, float, "float64", "float", "f8", "d"):
        return "f"
    if dtype in (int, "int64", "int32", "int", "i8"):
        return "i"
    if dtype in (bool, "bool"):
        return "b"
    raise TypeError(f"data type {dtype!r} is not supported here: only float64, int64 and bool")


class dtype:
    def __init__(self, kind):
        self.kind = kind
        self.name = {"f": "float64", "i": "int64", "b": "bool"}[kind]
        self.itemsize = 8

    def __repr__(self):
        return f"dtype('{self.name}')"

    def __str__(self):
        return self.name

    def __eq__(self, other):
        return self.kind == (other.kind if isinstance(other, dtype) else _kind_of(other))

    def __hash__(self):
        return hash(self.kind)


class ndarray:
    """Numbers in a block of memory: where they begin, how many, and how far apart."""

    __array_priority__ = 1

    def __init__(self, block, shape, kind="f", start=0, step=1):
        self._block = block
        self.shape = shape
        self._kind = kind
        self._start = start
        self._step = step

    ndim = property(lambda self: len(self.shape))
    dtype = property(lambda self: dtype(self._kind))
    T = property(lambda self: self.transpose())
    nbytes = property(lambda self: self.size * 8)
    itemsize = 8

    @property
    def size(self):
        n = 1
        for length in self.shape:
            n *= length
        return n

    def _flat(self):
        """Block and place of the same numbers, one beside the other."""
        if self._step == 1:
            return self._block, self._start
        return _numpy.gather(self._block, self._start, self.size, self._step, True), 0

    def _numbers(self):
        return [self._out(x) for x in _numpy.gather(self._block, self._start, self.size, self._step, False)]

    def _out(self, x):
        return x if self._kind == "f" else int(x) if self._kind == "i" else x != 0

    def tolist(self):
        numbers = self._numbers()
        if self.ndim == 0:
            return numbers[0]
        if self.ndim == 1:
            return numbers
        width = self.shape[1]
        return [numbers[i * width:(i + 1) * width] for i in range(self.shape[0])]

    def copy(self):
        return ndarray(_numpy.gather(self._block, self._start, self.size, self._step, True), self.shape, self._kind)

    def astype(self, dtype):
        kind = _kind_of(dtype)
        if kind == "b":
            made = self != 0
        else:
            made = self.copy()
            if kind == "i" and self._kind == "f":
                made = where(made < 0, ceil(made), floor(made))
            made._kind = kind
        return made

    def reshape(self, *shape):
        shape = _shape(shape[0] if len(shape) == 1 else shape)
        if -1 in shape:
            known = 1
            for n in shape:
                known *= n if n != -1 else 1
            shape = tuple([self.size // known if n == -1 else n for n in shape])
        n = 1
        for length in shape:
            n *= length
        if n != self.size:
            raise ValueError(f"cannot reshape array of size {self.size} into shape {_shape_text(shape)}")
        block, start = self._flat()
        return ndarray(block, shape, self._kind, start)

    def flatten(self):
        return self.copy().reshape(self.size)

    ravel = flatten

    def transpose(self):
        if self.ndim < 2:
            return self
        rows, columns = self.shape
        made = zeros((columns, rows))
        made._kind = self._kind
        for i in range(rows):
            block, start = self[i]._flat()
            _numpy.scatter(made._block, i, columns, rows, block, start)
        return made

    def __len__(self):
        if not self.shape:
            raise TypeError("len() of unsized object")
        return self.shape[0]

    def __iter__(self):
        if self.ndim == 1:
            return iter(self._numbers())
        return iter([self[i] for i in range(len(self))])

    def _place(self, index, axis=0):
        length = self.shape[axis]
        if not -length <= index < length:
            raise IndexError(f"index {index} is out of bounds for axis {axis} with size {length}")
        return index + length if index < 0 else index

    def __getitem__(self, key):
        if isinstance(key, ndarray):
            if key._kind == "b":
                return array([x for x, k in zip(self.flatten(), key.flatten()) if k], dtype=self._type())
            return array([self[int(k)] for k in key], dtype=self._type())
        if isinstance(key, list):
            return array([self[k] for k in key], dtype=self._type())
        if isinstance(key, tuple):
            if len(key) > self.ndim:
                raise IndexError(f"too many indices for array: array is {self.ndim}-dimensional, but "
                                 f"{len(key)} were indexed")
            if len(key) == 1:
                return self[key[0]]
            row, column = key
            if isinstance(row, int):
                return self[row][column]
            if isinstance(column, int) and row == slice(None):
                at = self._place(column, 1)
                return ndarray(self._block, (self.shape[0],), self._kind, self._start + at, self.shape[1])
            picked = self[row]
            return array([picked[i][column] for i in range(len(picked))]) if len(picked) else picked
        if isinstance(key, slice):
            first, stop, step = key.indices(self.shape[0])
            count = len(range(first, stop, step))
            if self.ndim == 1:
                return ndarray(self._block, (count,), self._kind, self._start + first * self._step, self._step * step)
            if step != 1:
                return array([self[i].tolist() for i in range(first, stop, step)], dtype=self._type())
            width = self.shape[1]
            return ndarray(self._block, (count, width), self._kind, self._start + first * width)
        at = self._place(key.__index__())
        if self.ndim == 1:
            return self._out(_numpy.get(self._block, self._start + at * self._step))
        return ndarray(self._block, self.shape[1:], self._kind, self._start + at * self.shape[1])

    def _type(self):
        return {"f": float, "i": int, "b": bool}[self._kind]

    def __setitem__(self, key, value):
        if isinstance(key, ndarray) and key._kind == "b":
            values = value.flatten().tolist() if isinstance(value, ndarray) else None
            done = 0
            for i, chosen in enumerate(key.flatten()):
                if chosen:
                    self._store(self._start + i * self._step, 1, 1, value if values is None else values[done])
                    done += 1
            return
        if isinstance(key, int) or (isinstance(key, tuple) and all([isinstance(k, int) for k in key])):
            target = self
            keys = key if isinstance(key, tuple) else (key,)
            for k in keys[:-1]:
                target = target[k]
            if target.ndim == 1:
                target._store(target._start + target._place(keys[-1]) * target._step, 1, 1, value)
                return
            target = target[keys[-1]]
        else:
            target = self[key]
            if target._block is not self._block:
                raise IndexError("assignment to this kind of index is not supported here")
        if isinstance(value, (list, tuple)):
            value = array(value)
        if isinstance(value, ndarray) and value.shape != target.shape:
            if value.size == 1:
                value = value.flatten()[0]
            elif target.ndim == 2 and value.shape == target.shape[1:]:
                for i in range(len(target)):
                    target[i] = value
                return
            else:
                raise ValueError(f"could not broadcast input array from shape {_shape_text(value.shape)} into "
                                 f"shape {_shape_text(target.shape)}")
        target._store(target._start, target.size, target._step, value)

    def _store(self, start, count, step, value):
        if isinstance(value, ndarray):
            block, at = value._flat()
            if block is self._block:
                block, at = _numpy.gather(block, at, count, 1, True), 0
            _numpy.scatter(self._block, start, count, step, block, at)
        else:
            value = float(value)
            _numpy.scatter(self._block, start, count, step, float(int(value)) if self._kind == "i" else value, 0)

    def __repr__(self):
        text = _text(self, ", ", "array(")
        suffix = ""
        if self.size == 0:
            suffix = ", dtype=" + self.dtype.name
        return f"array({text}{suffix})"

    def __str__(self):
        return _text(self, " ", "")

    def __format__(self, spec):
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)

    def __bool__(self):
        if self.size > 1:
            raise ValueError("The truth value of an array with more than one element is ambiguous. "
                             "Use a.any() or a.all()")
        return self.size == 1 and bool(self._numbers()[0])

    def __float__(self):
        if self.size != 1:
            raise TypeError("only length-1 arrays can be converted to Python scalars")
        return float(self._numbers()[0])

    def __int__(self):
        return int(float(self))

    def item(self):
        return self._numbers()[0]

    def __contains__(self, value):
        return value in self._numbers()

    __hash__ = None

    def __matmul__(self, other):
        return dot(self, other)

    def dot(self, other):
        return dot(self, other)

    def __neg__(self):
        return _unary(0, self)

    def __pos__(self):
        return self.copy()

    def __abs__(self):
        return _unary(1, self)

    def __invert__(self):
        return self == 0

    def fill(self, value):
        self._store(self._start, self.size, self._step, value)

    def sum(self, axis=None):
        return _reduced(self, 0, axis)

    def prod(self, axis=None):
        return _reduced(self, 1, axis)

    def min(self, axis=None):
        return _reduced(self, 2, axis)

    def max(self, axis=None):
        return _reduced(self, 3, axis)

    def mean(self, axis=None):
        total = self.sum(axis)
        count = self.size if axis is None else self.shape[axis]
        return total / count if count else nan

    def var(self, axis=None):
        if axis is not None and self.ndim > 1:
            rows = self if axis == 1 else self.T
            return array([row.var() for row in rows])
        away = self - self.mean()
        return (away * away).mean()

    def std(self, axis=None):
        return sqrt(self.var(axis))

    def any(self):
        return any([x != 0 for x in self._numbers()])

    def all(self):
        return all([x != 0 for x in self._numbers()])

    def argmax(self):
        return self._numbers().index(self.max())

    def argmin(self):
        return self._numbers().index(self.min())

    def cumsum(self):
        total = 0
        out = []
        for x in self._numbers():
            total += x
            out.append(total)
        return array(out)

    def sort(self):
        self[:] = array(sorted(self._numbers()))

    def clip(self, low, high):
        return minimum(maximum(self, low), high)

    def round(self, decimals=0):
        return around(self, decimals)


def _shape(shape):
    return (shape,) if isinstance(shape, int) else tuple([n.__index__() for n in shape])


def _shape_text(shape):
    return "(" + ",".join([str(n) for n in shape]) + ("," if len(shape) == 1 else "") + ")"


# --- text


def _cells(numbers, kind):
    if kind != "f":
        texts = [str(x) for x in numbers]
        width = _b.max([len(t) for t in texts], default=0)
        return [t.rjust(width) for t in texts]
    finite = [x for x in numbers if x == x and _b.abs(x) != inf]
    sizes = [_b.abs(x) for x in finite if x]
    if sizes and (_b.max(sizes) >= 1e8 or _b.min(sizes) < 1e-4 or _b.max(sizes) / _b.min(sizes) > 1000.0):
        digits = _b.max([len(_mantissa(x)) for x in finite])
        texts = [f"{x:.{_b.max(digits - 1, 0)}e}" if x == x and _b.abs(x) != inf else repr(x) for x in numbers]
        if digits <= 1:
            texts = [t.replace("e", ".e") if "e" in t else t for t in texts]
    else:
        texts = []
        for x in numbers:
            text = repr(x) if x != x or _b.abs(x) == inf else _b.min(f"{x:.8f}", repr(x), key=len)
            texts.append(text.rstrip("0") if "." in text else text if x != x or _b.abs(x) == inf else text + ".")
        behind = _b.max([len(t) - t.index(".") for t in texts if "." in t], default=0)
        texts = [t.ljust(t.index(".") + behind) if "." in t else t for t in texts]
    width = _b.max([len(t) for t in texts], default=0)
    return [t.rjust(width) for t in texts]


def _mantissa(x):
    text = _b.min(f"{x:.8e}", f"{x!r}", key=len) if "e" in repr(x) else f"{x:.8e}"
    return text.split("e")[0].lstrip("-").replace(".", "").rstrip("0") or "0"


def _row(cells, separator, indent, width=75):
    lines = ["["]
    for i, cell in enumerate(cells):
        piece = cell + (separator.rstrip() if i < len(cells) - 1 else "")
        glue = "" if lines[-1] in ("[", indent) else " "
        if len(lines[-1]) + len(glue) + len(piece) + 1 > width - (0 if len(lines) > 1 else len(indent) - 1):
            lines.append(indent + piece)
        else:
            lines[-1] += glue + piece
    return "\n".join(lines) + "]"


def _text(a, separator, prefix):
    indent = " " * (len(prefix) + 1)
    if a.size == 0:
        return "[]"
    numbers = a._numbers()
    long = a.size > 1000
    if a.ndim == 0:
        return _cells(numbers, a._kind)[0]
    if a.ndim == 1:
        if long:
            cells = _cells(numbers[:3] + numbers[-3:], a._kind)
            return _row(cells[:3] + ["..."] + cells[3:], separator, indent)
        return _row(_cells(numbers, a._kind), separator, indent)
    if a.ndim > 2:
        raise ValueError("arrays of more than two dimensions cannot be shown here")
    rows, columns = a.shape
    shown = [i for i in range(rows) if not long or rows <= 6 or i < 3 or i >= rows - 3]
    picked = [j for j in range(columns) if not long or columns <= 6 or j < 3 or j >= columns - 3]
    cells = _cells([numbers[i * columns + j] for i in shown for j in picked], a._kind)
    texts = []
    for at in range(len(shown)):
        part = cells[at * len(picked):(at + 1) * len(picked)]
        if len(picked) < columns:
            part = part[:3] + ["..."] + part[3:]
        texts.append(_row(part, separator, indent + " "))
    if len(shown) < rows:
        texts.insert(3, "...")
    return "[" + (separator.rstrip() + "\n" + indent).join(texts) + "]"


# --- arithmetic


def _operands(left, right):
    """Both with the same shape: a row meets every row of a matrix."""
    if left.shape == right.shape:
        return left, right
    for shape in (left.shape, right.shape):
        if len(shape) > 2:
            raise ValueError("only arrays of one or two dimensions are supported here")
    a, b = [(1,) * (2 - len(s)) + s for s in (left.shape, right.shape)]
    if any([x != y and x != 1 and y != 1 for x, y in zip(a, b)]):
        raise ValueError("operands could not be broadcast together with shapes "
                         f"{_shape_text(left.shape)} {_shape_text(right.shape)} ")
    rows, columns = _b.max(a[0], b[0]), _b.max(a[1], b[1])
    flat = left.ndim < 2 and right.ndim < 2
    return _spread(left, a, rows, columns, flat), _spread(right, b, rows, columns, flat)


def _spread(x, shape, rows, columns, flat):
    made = zeros(columns if flat else (rows, columns))
    made._kind = x._kind
    block, start = x._flat()
    for i in range(rows):
        at = start + (i * shape[1] if shape[0] > 1 else 0)
        if shape[1] == columns:
            _numpy.scatter(made._block, i * columns, columns, 1, block, at)
        else:
            _numpy.scatter(made._block, i * columns, columns, 1, _numpy.get(block, at), 0)
    return made


_BOOLEAN = (7, 8, 9, 10, 11, 12)


def _binary(op, left, right):
    if isinstance(left, (list, tuple)):
        left = array(left)
    if isinstance(right, (list, tuple)):
        right = array(right)
    kinds = [x._kind if isinstance(x, ndarray) else "f" if isinstance(x, float) else "i" for x in (left, right)]
    kind = "b" if op in _BOOLEAN else "f" if op == 3 or "f" in kinds else "i"
    if not isinstance(right, ndarray):
        block, start = left._flat()
        out = _numpy.binary(op, block, start, left.size, float(right), 0, False)
        return ndarray(out, left.shape, kind)
    if not isinstance(left, ndarray):
        block, start = right._flat()
        out = _numpy.binary(op, block, start, right.size, float(left), 0, True)
        return ndarray(out, right.shape, kind)
    left, right = _operands(left, right)
    a, at = left._flat()
    b, bt = right._flat()
    return ndarray(_numpy.binary(op, a, at, left.size, b, bt, False), left.shape, kind)


def _install():
    names = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lt", "le", "eq", "ne", "gt", "ge")
    for op, name in enumerate(names):
        def plain(self, other, op=op):
            if not isinstance(other, (ndarray, int, float, list, tuple)):
                return NotImplemented
            return _binary(op, self, other)

        def reflected(self, other, op=op):
            if not isinstance(other, (ndarray, int, float, list, tuple)):
                return NotImplemented
            return _binary(op, other, self)

        def in_place(self, other, op=op):
            self[:] = _binary(op, self, other)
            return self
        setattr(ndarray, f"__{name}__", plain)
        if op < 7:
            setattr(ndarray, f"__r{name}__", reflected)
            setattr(ndarray, f"__i{name}__", in_place)
    setattr(ndarray, "__and__", lambda self, other: _binary(14, self, other))
    setattr(ndarray, "__or__", lambda self, other: _binary(13, self, other))


_install()
ndarray.__hash__ = None


def _unary(op, x):
    if not isinstance(x, ndarray):
        if isinstance(x, (list, tuple)):
            x = array(x)
        else:
            return _numpy.get(_numpy.unary(op, _numpy.range(1, float(x), 0.0), 0, 1), 0)
    block, start = x._flat()
    kind = x._kind if op < 2 else "f"
    return ndarray(_numpy.unary(op, block, start, x.size), x.shape, kind)


def _reduced(x, op, axis):
    if axis is None or x.ndim == 1:
        if x.size == 0 and op > 1:
            name = "minimum" if op == 2 else "maximum"
            raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
        block, start = x._flat()
        value = _numpy.reduce(op, block, start, x.size)
        return int(value) if x._kind in "ib" and (op < 2 or x._kind == "i") else value
    rows = x if axis in (1, -1) else x.T
    return array([_reduced(rows[i], op, None) for i in range(len(rows))], dtype=x._type() if op > 1 else None)


def dot(a, b):
    a, b = asarray(a), asarray(b)
    inner = a.shape[-1] if a.shape else 1
    if inner != (b.shape[0] if b.shape else 1):
        raise ValueError(f"shapes {_shape_text(a.shape)} and {_shape_text(b.shape)} not aligned: {inner} "
                         f"(dim {a.ndim - 1}) != {b.shape[0]} (dim 0)")
    rows = a.shape[0] if a.ndim == 2 else 1
    columns = b.shape[1] if b.ndim == 2 else 1
    x, at = a._flat()
    y, bt = b._flat()
    out = _numpy.matmul(x, at, y, bt, rows, inner, columns)
    kind = "i" if a._kind == b._kind == "i" else "f"
    shape = a.shape[:-1] + b.shape[1:]
    made = ndarray(out, shape, kind)
    return made if shape else made._numbers()[0]


matmul = dot


# --- making


def array(object, dtype=None, copy=True):
    if isinstance(object, ndarray):
        return object.copy() if dtype is None else object.astype(dtype)
    if isinstance(object, (int, float)):
        rows, shape = [object], ()
    else:
        rows = list(object)
        shape = (len(rows),)
        if rows and isinstance(rows[0], (list, tuple, ndarray, range)):
            parts = [list(r) for r in rows]
            if len({len(p) for p in parts}) > 1:
                raise ValueError("setting an array element with a sequence. The requested array has an "
                                 "inhomogeneous shape after 1 dimensions.")
            shape = (len(parts), len(parts[0]))
            rows = [x for p in parts for x in p]
            if rows and isinstance(rows[0], (list, tuple, ndarray)):
                raise ValueError("only arrays of one or two dimensions are supported here")
    kind = None if dtype is None else _kind_of(dtype)
    if kind is None:
        kind = "f"
        if rows and all([isinstance(x, bool) for x in rows]):
            kind = "b"
        elif rows and all([isinstance(x, int) for x in rows]):
            kind = "i"
    numbers = [float(x) for x in rows]
    if kind == "i":
        numbers = [float(int(x)) for x in numbers]
    return ndarray(_numpy.from_list(numbers), shape, kind)


def asarray(object, dtype=None):
    return object if isinstance(object, ndarray) and dtype is None else array(object, dtype)


def full(shape, fill_value, dtype=None):
    shape = _shape(shape)
    n = 1
    for length in shape:
        n *= length
    kind = _kind_of(dtype) if dtype is not None else "i" if isinstance(fill_value, int) else "f"
    return ndarray(_numpy.range(n, float(fill_value), 0.0), shape, kind)


def zeros(shape, dtype=float):
    return full(shape, 0, dtype)


def ones(shape, dtype=float):
    return full(shape, 1, dtype)


empty = zeros


def zeros_like(a):
    return zeros(a.shape, a._type())


def ones_like(a):
    return ones(a.shape, a._type())


def eye(n, dtype=float):
    made = zeros((n, n), dtype)
    for i in range(n):
        made[i, i] = 1
    return made


identity = eye


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    count = _b.max(0, _math.ceil((stop - start) / step))
    whole = all([isinstance(x, int) for x in (start, stop, step)])
    kind = _kind_of(dtype) if dtype is not None else "i" if whole else "f"
    return ndarray(_numpy.range(count, float(start), float(step)), (count,), kind)


def linspace(start, stop, num=50):
    step = (stop - start) / (num - 1) if num > 1 else 0.0
    made = ndarray(_numpy.range(num, float(start), float(step)), (num,), "f")
    if num > 1:
        made[num - 1] = stop
    return made


def concatenate(arrays, axis=0):
    parts = [asarray(a) for a in arrays]
    rows = [x for p in parts for x in p.tolist()]
    return array(rows)


def where(condition, x, y):
    c = condition.astype(float)
    return c * x + (1 - c) * y


def maximum(a, b):
    return _binary(13, asarray(a), b)


def minimum(a, b):
    return _binary(14, asarray(a), b)


def around(a, decimals=0):
    scale = 10.0 ** decimals
    return _unary(10, a * scale) / scale if decimals else _unary(10, a)


round = round_ = around


def _function(op):
    def function(x):
        return _unary(op, x)
    return function


negative, absolute, sqrt, exp, log, sin, cos, tan, floor, ceil, rint, tanh, log2, log10 = [
    _function(_op) for _op in range(14)]
abs = absolute


def sum(a, axis=None):
    return asarray(a).sum(axis)


def prod(a, axis=None):
    return asarray(a).prod(axis)


def mean(a, axis=None):
    return asarray(a).mean(axis)


def std(a, axis=None):
    return asarray(a).std(axis)


def var(a, axis=None):
    return asarray(a).var(axis)


def min(a, axis=None):
    return asarray(a).min(axis)


def max(a, axis=None):
    return asarray(a).max(axis)


amin, amax = min, max


def cumsum(a):
    return asarray(a).cumsum()


def sort(a):
    made = array(a)
    made.sort()
    return made


def argmax(a):
    return asarray(a).argmax()


def argmin(a):
    return asarray(a).argmin()


def power(a, b):
    return asarray(a) ** b


def add(a, b):
    return asarray(a) + b


def multiply(a, b):
    return asarray(a) * b


def square(a):
    return a * a


def array_equal(a, b):
    a, b = asarray(a), asarray(b)
    return a.shape == b.shape and (a == b).all()


def allclose(a, b, rtol=1e-05, atol=1e-08):
    a, b = asarray(a), asarray(b)
    return (abs(a - b) <= abs(b) * rtol + atol).all()


class _Random:
    """numpy.random, with its numbers for a seed."""

    def __init__(self):
        import random
        self._source = random.Random()
        self._next_gauss = None

    def seed(self, seed=None):
        if seed is None:
            self._source.seed()
            return
        words = [seed & 0xFFFFFFFF]
        for i in range(1, 624):
            words.append(1812433253 * (words[-1] ^ words[-1] >> 30) + i & 0xFFFFFFFF)
        self._source.setstate((3, tuple(words) + (624,), None))
        self._next_gauss = None

    def _many(self, shape, one):
        if not shape:
            return one()
        n = 1
        for length in shape:
            n *= length
        return ndarray(_numpy.from_list([one() for _ in range(n)]), shape, "f")

    def rand(self, *shape):
        return self._many(shape, self._source.random)

    def random(self, size=None):
        return self._many(() if size is None else _shape(size), self._source.random)

    random_sample = random

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._many(() if size is None else _shape(size),
                          lambda: low + (high - low) * self._source.random())

    def _gauss(self):
        if self._next_gauss is not None:
            value, self._next_gauss = self._next_gauss, None
            return value
        while True:
            x = 2.0 * self._source.random() - 1.0
            y = 2.0 * self._source.random() - 1.0
            r = x * x + y * y
            if 0.0 < r < 1.0:
                break
        f = _math.sqrt(-2.0 * _math.log(r) / r)
        self._next_gauss = f * x
        return f * y

    def randn(self, *shape):
        return self._many(shape, self._gauss)

    def normal(self, loc=0.0, scale=1.0, size=None):
        return self._many(() if size is None else _shape(size), lambda: loc + scale * self._gauss())

    def randint(self, low, high=None, size=None):
        if high is None:
            low, high = 0, low
        span = high - low - 1
        mask = (1 << span.bit_length()) - 1

        def one():
            while True:
                value = self._source.getrandbits(32) & mask
                if value <= span:
                    return low + value
        made = self._many(() if size is None else _shape(size), lambda: float(one()) if size else one())
        if isinstance(made, ndarray):
            made._kind = "i"
        return made


random = _Random()
