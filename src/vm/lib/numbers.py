"""The tower of numbers, for isinstance()."""

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class _Kind(type):
    def __instancecheck__(cls, value):
        return cls.__subclasscheck__(type(value))

    def __subclasscheck__(cls, other):
        if cls in other.__mro__:
            return True
        if cls not in _KINDS:
            return False
        return any([issubclass(other, known) for kind in _KINDS[_KINDS.index(cls):]
                    for known in kind._known])

    def register(cls, other):
        cls._known = cls._known + (other,)
        return other


class Number(metaclass=_Kind):
    _known = ()


class Complex(Number):
    _known = (complex,)


class Real(Complex):
    _known = (float,)


class Rational(Real):
    _known = ()


class Integral(Rational):
    _known = (int,)


_KINDS = (Number, Complex, Real, Rational, Integral)
