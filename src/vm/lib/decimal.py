"""Decimal numbers: arithmetic to a given number of digits, rounded as asked for."""

import math
import numbers
import threading

ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN = "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_DOWN"
ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP = ("ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN",
                                                               "ROUND_05UP")
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
HAVE_THREADS = True


class DecimalException(ArithmeticError):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Clamped(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


class Context:
    """Precision, rounding, what was signalled and what raises."""

    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=(),
                 traps=(InvalidOperation, DivisionByZero, Overflow)):
        self.prec = prec
        self.rounding = rounding
        self.Emin, self.Emax, self.capitals, self.clamp = Emin, Emax, capitals, clamp
        self.flags = {s: bool(flags.get(s)) if isinstance(flags, dict) else s in (flags or ()) for s in _SIGNALS}
        self.traps = {s: bool(traps.get(s)) if isinstance(traps, dict) else s in (traps or ()) for s in _SIGNALS}

    def __setattr__(self, name, value):
        if name == "prec" and not 1 <= value <= MAX_PREC:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        if name == "rounding" and (not isinstance(value, str) or globals().get(value) != value):
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags, traps = (", ".join(s.__name__ for s in _SIGNALS if d[s]) for d in (self.flags, self.traps))
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])")

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def clear_flags(self):
        for s in _SIGNALS:
            self.flags[s] = False

    def clear_traps(self):
        for s in _SIGNALS:
            self.traps[s] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def create_decimal(self, num="0"):
        return Decimal(num)._fixed(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fixed(self)

    def __getattr__(self, name):
        name = {"subtract": "__sub__", "add": "__add__", "multiply": "__mul__", "divide": "__truediv__",
                "divide_int": "__floordiv__", "remainder": "__mod__", "power": "__pow__", "abs": "__abs__",
                "minus": "__neg__", "plus": "__pos__", "to_sci_string": "__str__"}.get(name, name)
        method = getattr(Decimal, name)

        def call(a, *rest):
            with localcontext(self):
                return method(Decimal(a), *rest)
        return call

    def _signal(self, kind, result=None):
        signal = kind if kind in self.flags else InvalidOperation
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([kind])
        return result if result is not None else _make(0, 0, 0, "n")


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP, traps=(InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped))
ExtendedContext = Context(9, traps=())
_local = threading.local()


def getcontext():
    try:
        return _local.context
    except AttributeError:
        _local.context = DefaultContext.copy()
        return _local.context


def setcontext(context):
    _local.context = context


class localcontext:
    def __init__(self, ctx=None, **settings):
        self._new = (ctx or getcontext()).copy()
        if ctx is not None:
            self._new.flags = ctx.flags
        for name, value in settings.items():
            setattr(self._new, name, value)

    def __enter__(self):
        self._old = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc):
        setcontext(self._old)


def _make(s, n, e, k=""):
    d = object.__new__(Decimal)
    d._s, d._n, d._e, d._k = s, n, e, k
    return d


def _shorten(n, drop, s, rounding):
    """n without its last `drop` digits, and whether anything was lost."""
    if drop <= 0:
        return n * 10 ** -drop, False
    if drop > _size(n) + 1:
        n, drop = int(n > 0), 2
    unit = 10 ** drop
    q, r = divmod(n, unit)
    if not r:
        return q, False
    half = (r * 2 > unit) - (r * 2 < unit)
    up = {ROUND_UP: True, ROUND_DOWN: False, ROUND_CEILING: not s, ROUND_FLOOR: s, ROUND_HALF_UP: half >= 0,
          ROUND_HALF_DOWN: half > 0, ROUND_HALF_EVEN: half > 0 or half == 0 and q & 1,
          ROUND_05UP: q % 5 == 0}[rounding]
    return q + bool(up), True


def _size(n):
    k = n.bit_length() * 30102 // 100000
    while n >= 10 ** k:
        k += 1
    return k


def _parse(text):
    t = text.strip().replace("_", "").lower()
    s = t[:1] == "-"
    if t[:1] in ("+", "-"):
        t = t[1:]
    if t in ("inf", "infinity"):
        return _make(int(s), 0, 0, "F")
    for name, k in (("nan", "n"), ("snan", "N")):
        if t.startswith(name) and (t == name or t[len(name):].isdigit()):
            return _make(int(s), int(t[len(name):] or 0), 0, k)
    mantissa, e, exponent = t.partition("e")
    whole, _, part = mantissa.partition(".")
    sign = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    if not (whole + part).isdecimal() or (e and not sign.isdecimal()):
        return None
    return _make(int(s), int(whole + part), int(exponent or 0) - len(part))


def _convert(v):
    if isinstance(v, Decimal):
        return v
    return _make(int(v < 0), abs(int(v)), 0) if isinstance(v, int) else None


def _compared(a, b):
    """-1, 0, 1 of numbers that are no NaN."""
    for x, y, sign in ((a, b, 1), (b, a, -1)):
        if x._k:
            return 0 if y._k and x._s == y._s else (-1 if x._s else 1) * sign
    if a._n and b._n and a._s == b._s and (c := a.adjusted() - b.adjusted()):
        return 1 if (c > 0) != a._s else -1
    e = min(a._e if a._n else b._e, b._e if b._n else a._e)
    x, y = ((-v._n if v._s else v._n) * 10 ** max(0, v._e - e) for v in (a, b))
    return (x > y) - (x < y)


def _exp(x, p):
    """e ** (x / 10**p) * 10**p"""
    one = 10 ** p
    halvings = max(0, (abs(x) // one).bit_length() + 8)
    scale = 10 ** (halvings // 3 + 8)
    x = x * scale >> halvings
    unit = one * scale
    total = term = unit
    i = 1
    while term:
        term = abs(term) * abs(x) // unit // i * (-1 if x < 0 and i & 1 else 1)
        total += term
        i += 1
    for _ in range(halvings):
        total = total * total // unit
    return total // scale


def _ln(n, e, p):
    """ln(n * 10**e) * 10**p, of a positive number."""
    k = e + _size(n)
    if -1 <= k <= 3:
        k = 0
    p += 6
    shift = p + e - k
    x = n * 10 ** shift if shift >= 0 else n // 10 ** -shift
    y = int(math.log(x / 10 ** p) * 10 ** 15) * 10 ** (p - 15)
    for _ in range(9):
        power = _exp(y, p)
        step = 2 * (x - power) * 10 ** p // (x + power)
        y += step
        if abs(step) < 10 ** (p // 3):
            break
    return (y + (k * _ln(10, 0, p) if k else 0)) // 10 ** 6


class Decimal:
    __module__ = "decimal"
    __slots__ = ("_s", "_n", "_e", "_k")

    def __new__(cls, value="0", context=None):
        if isinstance(value, Decimal):
            d = value
        elif isinstance(value, int):
            d = _convert(value)
        elif isinstance(value, float):
            d = Decimal.from_float(value)
        elif isinstance(value, str):
            d = _parse(value)
            if d is None:
                d = (context or getcontext())._signal(ConversionSyntax)
        elif isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            s, digits, e = value
            k = e if isinstance(e, str) else ""
            d = _make(s, int("".join(map(str, digits)) or 0), 0 if k else e, k)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        if cls is Decimal:
            return d
        other = object.__new__(cls)
        other._s, other._n, other._e, other._k = d._s, d._n, d._e, d._k
        return other

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if f != f or f in (math.inf, -math.inf):
            return cls(repr(f))
        n, d = abs(f).as_integer_ratio()
        k = d.bit_length() - 1
        return cls(_make(int(math.copysign(1, f) < 0), n * 5 ** k, -k))

    def _fixed(self, context=None, exact=True):
        """Rounded to the context; `exact`: nothing has been lost before."""
        if self._k:
            return self
        c = context or getcontext()
        s, n, e = self._s, self._n, self._e
        drop = max(_size(n) - c.prec, c.Etiny() - e) if n else 0
        if drop > 0:
            n, lost = _shorten(n, drop, s, c.rounding)
            e += drop
            if _size(n) > c.prec:
                n, e = n // 10, e + 1
            c._signal(Rounded, self)
            if lost or not exact:
                c._signal(Inexact, self)
        if n and e + _size(n) - 1 > c.Emax:
            c._signal(Inexact, self)
            c._signal(Rounded, self)
            to_largest = c.rounding in (ROUND_DOWN, ROUND_05UP, ROUND_FLOOR if not s else ROUND_CEILING)
            return c._signal(Overflow, _make(s, 10 ** c.prec - 1, c.Emax - c.prec + 1) if to_largest
                             else _make(s, 0, 0, "F"))
        return _make(s, n, e)

    def _nan(self, other=None, context=None):
        """The NaN that an operation on these gives; None: neither is one."""
        for d in (self, other):
            if d is not None and d._k == "N":
                return (context or getcontext())._signal(InvalidOperation, _make(d._s, d._n, 0, "n"))
        for d in (self, other):
            if d is not None and d._k == "n":
                return d
        return None

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self, eng=False, context=None):
        sign = "-" if self._s else ""
        if self._k:
            return sign + {"F": "Infinity", "n": "NaN", "N": "sNaN"}[self._k] + (str(self._n) if self._n else "")
        digits = str(self._n)
        left = self._e + len(digits)
        if self._e <= 0 and left > -6:
            place = left
        elif not eng:
            place = 1
        elif self._n == 0:
            place = (left + 1) % 3 - 1
        else:
            place = (left - 1) % 3 + 1
        if place <= 0:
            whole, part = "0", "." + "0" * -place + digits
        elif place >= len(digits):
            whole, part = digits + "0" * (place - len(digits)), ""
        else:
            whole, part = digits[:place], "." + digits[place:]
        exponent = "" if left == place else f"{'E' if getcontext().capitals else 'e'}{left - place:+d}"
        return sign + whole + part + exponent

    def to_eng_string(self, context=None):
        return self.__str__(True)

    def __format__(self, spec):
        return _formatted(self, spec)

    def __hash__(self):
        if self._k == "N":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._k:
            return object.__hash__(self) if self._k == "n" else hash(float(self))
        p = (1 << 61) - 1
        h = self._n * pow(10, self._e if self._e >= 0 else -self._e * (p - 2) % (p - 1), p) % p
        return -2 if h == 1 and self._s else -h if self._s else h

    def _order(self, other, test, name):
        if isinstance(other, float):
            getcontext().flags[FloatOperation] = True
            b = Decimal.from_float(other)
        elif isinstance(other, numbers.Rational) and not isinstance(other, int):
            b = _convert(other.numerator)
            self = self * other.denominator
        else:
            b = _convert(other)
        if b is None:
            return NotImplemented
        if self._k in ("n", "N") or b._k in ("n", "N"):
            if name != "=" or "N" in (self._k, b._k):
                getcontext()._signal(InvalidOperation)
            return False
        return test(_compared(self, b))

    def __eq__(self, other):
        return self._order(other, lambda c: c == 0, "=")

    def __lt__(self, other):
        return self._order(other, lambda c: c < 0, "<")

    def __le__(self, other):
        return self._order(other, lambda c: c <= 0, "<")

    def __gt__(self, other):
        return self._order(other, lambda c: c > 0, "<")

    def __ge__(self, other):
        return self._order(other, lambda c: c >= 0, "<")

    def compare(self, other, context=None):
        other = Decimal(other)
        return self._nan(other, context) or _make(int((c := _compared(self, other)) < 0), abs(c), 0)

    def __bool__(self):
        return bool(self._k or self._n)

    def __neg__(self):
        if self._k:
            return self._nan() or self.copy_negate()
        return _make(1 - self._s if self._n or getcontext().rounding == ROUND_FLOOR else 0, self._n, self._e)._fixed()

    def __pos__(self):
        return self._nan() or _make(self._s if self._n or self._k else 0, self._n, self._e, self._k)._fixed()

    def __abs__(self):
        return self._nan() or _make(0, self._n, self._e, self._k)._fixed()

    def __add__(self, other):
        other = _convert(other)
        if other is None:
            return NotImplemented
        c = getcontext()
        if self._k or other._k:
            if (nan := self._nan(other)) is not None:
                return nan
            if self._k and other._k and self._s != other._s:
                return c._signal(InvalidOperation)
            return self if self._k else other
        a, b = self, other
        gap = c.prec + 3
        for x, y in ((a, b), (b, a)):  # what is far below the last digit only decides the rounding
            if x._n and y._n and x._e - y._e > gap and y._e + _size(y._n) < x._e - gap:
                y = _make(y._s, 1, x._e - gap)
                a, b = x, y
        e = min(a._e, b._e)
        n = sum((-d._n if d._s else d._n) * 10 ** (d._e - e) for d in (a, b))
        s = n < 0 or n == 0 and (a._s and b._s or a._s != b._s and c.rounding == ROUND_FLOOR)
        if not a._n or not b._n:  # CPython keeps no more zeros than fit
            x = a if a._n else b
            if x._n and e < x._e:
                e2 = max(e, x._e + _size(x._n) - c.prec - 1, min(x._e, e))
                n, e = (n // 10 ** (e2 - e), e2) if e2 > e else (n, e)
        return _make(int(s), abs(n), e)._fixed(c)

    __radd__ = __add__

    def __sub__(self, other):
        other = _convert(other)
        if other is None:
            return NotImplemented
        return self + (other if other._k in ("n", "N") else other.copy_negate())

    def __rsub__(self, other):
        other = _convert(other)
        return NotImplemented if other is None else other - self

    def __mul__(self, other):
        other = _convert(other)
        if other is None:
            return NotImplemented
        s = self._s ^ other._s
        if self._k or other._k:
            if (nan := self._nan(other)) is not None:
                return nan
            return _make(s, 0, 0, "F") if self and other else getcontext()._signal(InvalidOperation)
        return _make(s, self._n * other._n, self._e + other._e)._fixed()

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _convert(other)
        if other is None:
            return NotImplemented
        c = getcontext()
        s = self._s ^ other._s
        if self._k or other._k:
            if (nan := self._nan(other)) is not None:
                return nan
            if self._k:
                return c._signal(InvalidOperation) if other._k else _make(s, 0, 0, "F")
            return _make(s, 0, c.Etiny())
        if not other._n:
            return c._signal(DivisionByZero, _make(s, 0, 0, "F")) if self._n else c._signal(DivisionUndefined)
        ideal = self._e - other._e
        if not self._n:
            return _make(s, 0, ideal)._fixed(c)
        shift = max(0, _size(other._n) - _size(self._n) + c.prec + 1)
        n, rest = divmod(self._n * 10 ** shift, other._n)
        e = ideal - shift
        if rest:
            if n % 5 == 0:
                n += 1
        else:
            while e < ideal and n % 10 == 0:
                n, e = n // 10, e + 1
        return _make(s, n, e)._fixed(c, not rest)

    def __rtruediv__(self, other):
        other = _convert(other)
        return NotImplemented if other is None else other / self

    def _divided(self, other, kind):
        """(quotient, remainder), of which the operator wants one or both."""
        c = getcontext()
        s = self._s ^ other._s
        if self._k or other._k:
            if (nan := self._nan(other)) is not None:
                return nan, nan
            if self._k:
                q = _make(s, 0, 0, "F") if not other._k and kind != "%" else c._signal(InvalidOperation)
                return q, (c._signal(InvalidOperation) if kind != "/" else None)
            return _make(s, 0, 0), self._fixed(c)
        if not other._n:
            if not self._n:
                bad = c._signal(DivisionUndefined if kind != "%" else InvalidOperation if self._n else DivisionUndefined)
                return bad, bad
            if kind == "%":
                return None, c._signal(InvalidOperation)
            if not kind and c.traps[DivisionByZero] and c.traps[InvalidOperation]:
                c.flags[DivisionByZero] = c.flags[InvalidOperation] = True
                raise InvalidOperation([InvalidOperation, DivisionByZero])
            q = c._signal(DivisionByZero, _make(s, 0, 0, "F"))
            return q, (c._signal(InvalidOperation) if kind != "/" else None)
        e = min(self._e, other._e)
        if self._e + _size(self._n) - other._e - _size(other._n) > c.prec + 1:
            bad = c._signal(DivisionImpossible)
            return bad, bad
        q, r = divmod(self._n * 10 ** (self._e - e), other._n * 10 ** (other._e - e))
        if _size(q) > c.prec:
            bad = c._signal(DivisionImpossible)
            return bad, bad
        return _make(s, q, 0), _make(self._s, r, e)._fixed(c)

    def __floordiv__(self, other):
        other = _convert(other)
        return NotImplemented if other is None else self._divided(other, "/")[0]

    def __mod__(self, other):
        other = _convert(other)
        return NotImplemented if other is None else self._divided(other, "%")[1]

    def __divmod__(self, other):
        other = _convert(other)
        return NotImplemented if other is None else self._divided(other, "")

    def __rfloordiv__(self, other):
        other = _convert(other)
        return NotImplemented if other is None else other // self

    def __rmod__(self, other):
        other = _convert(other)
        return NotImplemented if other is None else other % self

    def __rdivmod__(self, other):
        other = _convert(other)
        return NotImplemented if other is None else divmod(other, self)

    def remainder_near(self, other, context=None):
        other = Decimal(other)
        q = (self / other).to_integral_value(ROUND_HALF_EVEN)
        return self - q * other

    def __pow__(self, other, modulo=None):
        other = _convert(other)
        if other is None:
            return NotImplemented
        if modulo is not None:
            return Decimal(pow(int(self), int(other), int(modulo)))
        c = getcontext()
        if (nan := self._nan(other)) is not None:
            return nan
        whole = not other._k and other == other.to_integral_value()
        if not other:
            return _make(0, 1, 0) if self else c._signal(InvalidOperation)
        s = self._s if whole and int(other) & 1 else 0
        if self._s and not whole and not (other._k and self):
            if self:
                return c._signal(InvalidOperation)
        if not self or self._k or other._k:
            if other._k:
                one = _compared(abs(self), _make(0, 1, 0))
                if not one:
                    return (_make(0, 1, 0) / 1).quantize(_make(0, 1, 1 - c.prec))
                return _make(0, 0, 0, "F" if (one > 0) != bool(other._s) else "")
            return _make(s, 0, 0, "F" if bool(self) != bool(other._s) else "")
        if whole:
            k = abs(int(other))
            if k * _size(self._n) < 40000:
                power = _make(s, self._n ** k, self._e * k)
                return _make(0, 1, 0) / power if other._s else power._fixed(c)
        p = c.prec + 12
        size = max(0, other._e + _size(other._n)) + _size(abs(self._e) + _size(self._n))
        log = _ln(self._n, self._e, p + size)
        x = log * other._n * (-1 if other._s else 1)
        x = x * 10 ** other._e if other._e >= 0 else x // 10 ** -other._e
        return _power_of_e(x, p + size, s, c)

    def __rpow__(self, other):
        other = _convert(other)
        return NotImplemented if other is None else other ** self

    def exp(self, context=None):
        c = context or getcontext()
        if self._k:
            return self._nan(None, c) or (_make(0, 0, 0) if self._s else self)
        if self.adjusted() > 8:
            return _make(0, 1, -9 ** 9 if self._s else 9 ** 9)._fixed(c)
        if not self._n:
            return _make(0, 1, 0)
        p = c.prec + 12 + max(0, self._e + _size(self._n))
        n = -self._n if self._s else self._n
        return _power_of_e(n * 10 ** (self._e + p) if self._e + p >= 0 else n // 10 ** -(self._e + p), p, 0, c)

    def _log(self, base, context):
        c = context or getcontext()
        if (nan := self._nan(None, c)) is not None:
            return nan
        if self and self._s:
            return c._signal(InvalidOperation)
        if self._k or not self._n:
            return _make(int(not self._n and not self._k), 0, 0, "F")
        if self == 1:
            return _make(0, 0, 0)
        digits = str(self._n).rstrip("0")
        if base == 10 and digits == "1":
            return _convert(self.adjusted())._fixed(c)
        p = c.prec + 12 + max(0, -self.adjusted()) // 2 + len(digits)
        n = _ln(self._n, self._e, p)
        if base == 10:
            n = n * 10 ** p // _ln(10, 0, p)
        return _make(int(n < 0), abs(n), -p)._fixed(c, False)

    def ln(self, context=None):
        return self._log(0, context)

    def log10(self, context=None):
        return self._log(10, context)

    def sqrt(self, context=None):
        c = context or getcontext()
        if self._k:
            return self._nan(None, c) or (c._signal(InvalidOperation) if self._s else self)
        ideal = self._e >> 1
        if not self._n:
            return _make(self._s, 0, ideal)
        if self._s:
            return c._signal(InvalidOperation)
        e, n = self._e, self._n
        if e & 1:
            e, n = e - 1, n * 10
        shift = max(0, c.prec + 2 - _size(n) // 2)
        root = math.isqrt(n * 100 ** shift)
        exact = root * root == n * 100 ** shift
        e = e // 2 - shift
        if exact:
            while e < ideal and root % 10 == 0:
                root, e = root // 10, e + 1
        elif root % 5 == 0:
            root += 1
        old, c.rounding = c.rounding, ROUND_HALF_EVEN
        try:
            return _make(0, root, e)._fixed(c, exact)
        finally:
            c.rounding = old

    def quantize(self, exp, rounding=None, context=None):
        c = context or getcontext()
        exp = Decimal(exp)
        if self._k or exp._k:
            if (nan := self._nan(exp, c)) is not None:
                return nan
            return self if self._k and exp._k else c._signal(InvalidOperation)
        if self._n and self.adjusted() - exp._e > c.prec:
            return c._signal(InvalidOperation)
        n, lost = _shorten(self._n, exp._e - self._e, self._s, rounding or c.rounding)
        if _size(n) > c.prec:
            return c._signal(InvalidOperation)
        if exp._e > self._e:
            c._signal(Rounded, self)
        if lost:
            c._signal(Inexact, self)
        return _make(self._s, n, exp._e)

    def to_integral_value(self, rounding=None, context=None):
        if self._k or self._e >= 0:
            return self
        return _make(self._s, _shorten(self._n, -self._e, self._s, rounding or (context or getcontext()).rounding)[0], 0)

    to_integral = to_integral_exact = to_integral_value

    def __round__(self, n=None):
        if n is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN)) if not self._k else int(self)
        return self.quantize(_make(0, 1, -n), ROUND_HALF_EVEN)

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __int__(self):
        if self._k:
            if self._k == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        n = _shorten(self._n, -self._e, 0, ROUND_DOWN)[0]
        return -n if self._s else n

    __trunc__ = __int__

    def __float__(self):
        if self._k == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float(str(self)) if self._k != "n" else math.copysign(math.nan, -1 if self._s else 1)

    def __complex__(self):
        return complex(float(self))

    def as_tuple(self):
        digits = tuple(map(int, str(self._n))) if not self._k or self._n else (0,) if self._k == "F" else ()
        return DecimalTuple(self._s, digits, self._k or self._e)

    def as_integer_ratio(self):
        if self._k:
            if self._k == "F":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        n = -self._n if self._s else self._n
        if self._e >= 0:
            return n * 10 ** self._e, 1
        d = 10 ** -self._e
        g = math.gcd(n, d)
        return n // g, d // g

    def adjusted(self):
        return 0 if self._k else self._e + len(str(self._n)) - 1

    def normalize(self, context=None):
        d = self._nan(None, context) or self._fixed(context)
        if d._k:
            return d
        if not d._n:
            return _make(d._s, 0, 0)
        n, e = d._n, d._e
        while n % 10 == 0:
            n, e = n // 10, e + 1
        return _make(d._s, n, e)

    def _extreme(self, other, sign):
        other = _convert(other)
        for a, b in ((self, other), (other, self)):
            if a._k in ("n", "N"):
                return self._nan(other) if b._k in ("n", "N") or a._k == "N" else b._fixed()
        order = _compared(self, other) or other._s - self._s or (self._e - other._e) * (1 - 2 * self._s)
        return (self if order * sign >= 0 else other)._fixed()

    def max(self, other, context=None):
        return self._extreme(other, 1)

    def min(self, other, context=None):
        return self._extreme(other, -1)

    def fma(self, other, third, context=None):
        other = _convert(other)
        return _make(self._s ^ other._s, self._n * other._n, self._e + other._e, self._k or other._k) + third

    def scaleb(self, other, context=None):
        return _make(self._s, self._n, self._e + int(other), self._k)._fixed(context)

    def same_quantum(self, other, context=None):
        other = Decimal(other)
        return self._k == other._k and (bool(self._k) or self._e == other._e)

    def copy_abs(self):
        return _make(0, self._n, self._e, self._k)

    def copy_negate(self):
        return _make(1 - self._s, self._n, self._e, self._k)

    def copy_sign(self, other, context=None):
        return _make(Decimal(other)._s, self._n, self._e, self._k)

    def is_finite(self):
        return not self._k

    def is_infinite(self):
        return self._k == "F"

    def is_nan(self):
        return self._k in ("n", "N")

    def is_qnan(self):
        return self._k == "n"

    def is_snan(self):
        return self._k == "N"

    def is_signed(self):
        return bool(self._s)

    def is_zero(self):
        return not self._k and not self._n

    def is_normal(self, context=None):
        return bool(self._n) and not self._k

    def is_canonical(self):
        return True

    def number_class(self, context=None):
        if self._k:
            return {"n": "NaN", "N": "sNaN", "F": "-Infinity" if self._s else "+Infinity"}[self._k]
        return "-+"[not self._s] + ("Normal" if self._n else "Zero")

    def conjugate(self):
        return self

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (str(self),)


def _refusing(name, sign):
    """With CPython's text where the other operand is no number of a kind that fits."""
    for back in (False, True):
        full = f"__{'r' * back}{name}__"
        method = getattr(Decimal, full)

        def checked(self, other, *rest, method=method, back=back):
            result = method(self, other, *rest)
            if result is NotImplemented and type(other).__module__ == "builtins":
                names = "'decimal.Decimal'", f"'{type(other).__name__}'"
                raise TypeError(f"unsupported operand type(s) for {sign}: {names[back]} and {names[not back]}")
            return result
        setattr(Decimal, full, checked)


for _name, _sign in (("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/"), ("floordiv", "//"), ("mod", "%"),
                     ("pow", "** or pow()")):
    _refusing(_name, _sign)


def _power_of_e(x, p, s, c):
    ten = _ln(10, 0, p)
    k = x // ten
    return _make(s, _exp(x - k * ten, p) * 10 + 1, k - p - 1)._fixed(c, False)


def _formatted(d, spec):
    fill, align, rest, zeros = " ", ">", spec, False
    if rest[1:2] in ("<", ">", "=", "^") and rest:
        fill, align, rest = rest[0], rest[1], rest[2:]
    elif rest[:1] in ("<", ">", "=", "^") and rest:
        align, rest = rest[0], rest[1:]
    plus = ""
    if rest[:1] in ("+", "-", " ") and rest:
        plus, rest = rest[0], rest[1:]
    if rest[:1] == "0":
        rest = rest[1:]
        if align == ">" and fill == " ":
            fill, align, zeros = "0", "=", True
    i = 0
    while i < len(rest) and rest[i].isdigit():
        i += 1
    width, rest = int(rest[:i] or 0), rest[i:]
    comma = rest[:1] if rest[:1] in (",", "_") else ""
    rest = rest[len(comma):]
    precision = None
    if rest[:1] == ".":
        i = 1
        while i < len(rest) and rest[i].isdigit():
            i += 1
        precision, rest = (int(rest[1:i]) if i > 1 else -1), rest[i:]
    kind = rest
    if len(kind) > 1 or kind not in "eEfFgGn%" or precision == -1 or comma == "_":
        raise ValueError("invalid format string")
    rounding = getcontext().rounding
    if kind == "%":
        d = _make(d._s, d._n, d._e + 2, d._k)
    if not d._k:
        n, e = d._n, d._e
        drop = 0
        if precision is not None:
            if kind in ("e", "E"):
                drop = len(str(n)) - precision - 1 if n else -precision
            elif kind in ("f", "F", "%"):
                drop = -precision - e
            else:
                drop = max(0, len(str(n)) - max(precision, 1)) if n else 0
        elif kind in ("f", "F", "%"):
            drop = -e if e > 0 else 0
        if drop < 0 and not n and kind in ("e", "E"):
            digits = "0" * (1 - drop)
        elif drop:
            size = len(str(n))
            n, e = _shorten(n, drop, d._s, rounding)[0], e + drop
            if kind in ("e", "E", "", "g", "G", "n") and len(str(n)) > size - drop and n:
                n, e = n // 10, e + 1
            digits = str(n)
        else:
            digits = str(n)
        left = e + len(digits) if n or kind not in ("e", "E") else e + 1 + (precision or 0)
        if kind in ("e", "E"):
            place = 1
        elif kind in ("f", "F", "%") or e <= 0 and left > -6:
            place = left
        else:
            place = 1
        whole = digits[:place] if place > 0 else "0"
        whole += "0" * (place - len(digits))
        part = digits[place:] if place > 0 else "0" * -place + digits
        exponent = left - place
        tail = ("." + part if part else "")
        if exponent or kind in ("e", "E"):
            tail += f"{'e' if kind in ('e', 'g', 'n') else 'E'}{exponent:+d}"
        if kind == "%":
            tail += "%"
    else:
        whole, tail = str(d.copy_abs()), "%" if kind == "%" else ""
        if zeros:
            fill, align = " ", ">"
        comma = ""
    sign = "-" if d._s else plus.replace("-", "")
    if comma:
        room = width - len(sign) - len(tail) if align == "=" and fill == "0" else 0
        grouped = f"{int(whole):,}"
        while len(grouped) < room:
            whole = "0" + whole
            grouped = ""
            for i, digit in enumerate(reversed(whole)):
                grouped = digit + ("," if i and i % 3 == 0 else "") + grouped
        whole = grouped
    body = whole + tail
    space = width - len(sign) - len(body)
    if space <= 0:
        return sign + body
    if align == "=":
        return sign + fill * space + body
    left = 0 if align == "<" else space if align == ">" else space // 2
    return fill * left + sign + body + fill * (space - left)


def _tuple_type():
    from collections import namedtuple
    return namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


DecimalTuple = _tuple_type()
numbers.Number.register(Decimal)
__all__ = [n for n in list(globals()) if n[0] != "_" and n not in ("math", "numbers", "threading")]
