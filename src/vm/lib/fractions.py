"""Numbers as one integer over another."""

import math
import numbers

__all__ = ["Fraction"]


def _parse(text):
    t = text.strip()
    top, slash, bottom = t.partition("/")
    try:
        if slash:
            if not (bottom[:1].isdigit() and top[-1:].isdigit()):
                raise ValueError
            return int(top), int(bottom)
        mantissa, e, exponent = t.replace("E", "e").partition("e")
        whole, dot, part = mantissa.partition(".")
        if not (whole[-1:] + part).isdigit() or part[:1] in ("+", "-"):
            raise ValueError
        n = int(whole + part if whole.strip("+-") else whole + "0" + part)
        power = (int(exponent) if e else 0) - len(part.replace("_", ""))
    except ValueError:
        raise ValueError(f"Invalid literal for Fraction: {text!r}") from None
    return (n * 10 ** power, 1) if power >= 0 else (n, 10 ** -power)


class Fraction:
    __module__ = "fractions"
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, str):
                n, d = _parse(numerator)
            elif isinstance(numerator, numbers.Rational):
                n, d = numerator.numerator, numerator.denominator
            elif hasattr(numerator, "as_integer_ratio"):
                n, d = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            n = numerator.numerator * denominator.denominator
            d = numerator.denominator * denominator.numerator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = math.gcd(n, d) * (-1 if d < 0 else 1)
        self = object.__new__(cls)
        self._numerator, self._denominator = n // g, d // g
        return self

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)
    real = property(lambda self: self)
    imag = property(lambda self: 0)

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    from_decimal = from_float

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if q0 + a * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        near, far = Fraction(p1, q1), Fraction(p0 + k * p1, q0 + k * q1)
        return near if abs(near - self) <= abs(far - self) else far

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __hash__(self):
        p = (1 << 61) - 1
        if self._denominator % p == 0:
            h = 314159
        else:
            h = abs(self._numerator) * pow(self._denominator, -1, p) % p
        h = h if self._numerator >= 0 else -h
        return -2 if h == -1 else h

    def _divmod(a, b):
        q = a._numerator * b._denominator // (b._numerator * a._denominator)
        return q, a - q * b

    def __pow__(a, b):
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            n = b.numerator
            if n >= 0:
                return Fraction(a._numerator ** n, a._denominator ** n)
            if not a._numerator:
                raise ZeroDivisionError(f"Fraction({a._denominator ** -n}, 0)")
            return Fraction(a._denominator ** -n, a._numerator ** -n)
        return float(a) ** b

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        return Fraction(a) ** b if isinstance(a, numbers.Rational) else a ** float(b)

    def __pos__(self):
        return Fraction(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __trunc__(self):
        n = abs(self._numerator) // self._denominator
        return n if self._numerator >= 0 else -n

    __int__ = __trunc__

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, n=None):
        if n is None:
            q, r = divmod(self._numerator, self._denominator)
            r = r * 2 - self._denominator
            return q + (r > 0 or r == 0 and q & 1)
        unit = 10 ** abs(n)
        return Fraction(round(self * unit), unit) if n > 0 else Fraction(round(self / unit) * unit)

    def __float__(self):
        return self._numerator / self._denominator

    def __complex__(self):
        return complex(float(self))

    def __bool__(self):
        return bool(self._numerator)

    def __eq__(a, b):
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, float):
            return float(a) == b if math.isinf(b) or math.isnan(b) else a == Fraction(b)
        return NotImplemented

    def _order(a, b):
        """a - b as something to compare with 0."""
        if isinstance(b, numbers.Rational):
            return a._numerator * b.denominator - a._denominator * b.numerator
        if isinstance(b, float):
            return 0.0 - b if math.isinf(b) or math.isnan(b) else a._order(Fraction(b))
        return None

    def __lt__(a, b):
        return NotImplemented if (d := a._order(b)) is None else d < 0

    def __gt__(a, b):
        return NotImplemented if (d := a._order(b)) is None else d > 0

    def __le__(a, b):
        return NotImplemented if (d := a._order(b)) is None else d <= 0

    def __ge__(a, b):
        return NotImplemented if (d := a._order(b)) is None else d >= 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return type(self), (str(self),)


def _operators():
    import operator
    exact = {
        "add": lambda a, b: Fraction(a._numerator * b._denominator + b._numerator * a._denominator,
                                     a._denominator * b._denominator),
        "sub": lambda a, b: Fraction(a._numerator * b._denominator - b._numerator * a._denominator,
                                     a._denominator * b._denominator),
        "mul": lambda a, b: Fraction(a._numerator * b._numerator, a._denominator * b._denominator),
        "truediv": lambda a, b: Fraction(a._numerator * b._denominator, a._denominator * b._numerator),
        "floordiv": lambda a, b: a._divmod(b)[0],
        "mod": lambda a, b: a._divmod(b)[1],
        "divmod": lambda a, b: a._divmod(b),
    }
    for name, action in exact.items():
        plain = divmod if name == "divmod" else getattr(operator, name)

        def forward(a, b, action=action, plain=plain):
            if isinstance(b, Fraction):
                return action(a, b)
            if isinstance(b, int):
                return action(a, Fraction(b))
            return plain(float(a), b) if isinstance(b, (float, complex)) else NotImplemented

        def back(b, a, action=action, plain=plain):
            if isinstance(a, numbers.Rational):
                return action(Fraction(a), b)
            return plain(a, float(b)) if isinstance(a, (float, complex)) else NotImplemented
        setattr(Fraction, f"__{name}__", forward)
        setattr(Fraction, f"__r{name}__", back)


_operators()
numbers.Rational.register(Fraction)
