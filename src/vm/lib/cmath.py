"""Functions of complex numbers."""

import math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _parts(z):
    if not isinstance(z, (int, float, complex)) and not hasattr(z, "__complex__") and not hasattr(z, "__float__"):
        raise TypeError(f"must be real number, not {type(z).__name__}")
    z = complex(z)
    return z.real, z.imag


def phase(z, /):
    x, y = _parts(z)
    return math.atan2(y, x)


def polar(z, /):
    return abs(complex(z)), phase(z)


def rect(r, phi, /):
    return complex(r * math.cos(phi), r * math.sin(phi))


def isnan(z, /):
    return any(map(math.isnan, _parts(z)))


def isinf(z, /):
    return any(map(math.isinf, _parts(z)))


def isfinite(z, /):
    return all(map(math.isfinite, _parts(z)))


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    gap = abs(a - b)
    return gap <= rel_tol * abs(b) or gap <= rel_tol * abs(a) or gap <= abs_tol


def exp(z, /):
    x, y = _parts(z)
    r = math.exp(x)
    return complex(r * math.cos(y), r * math.sin(y))


def log(z, base=None, /):
    x, y = _parts(z)
    if not x and not y:
        raise ValueError("math domain error")
    r = math.hypot(x, y)
    if 0.71 <= r <= 1.73:
        a, b = max(abs(x), abs(y)), min(abs(x), abs(y))
        real = math.log1p((a - 1) * (a + 1) + b * b) / 2
    else:
        real = math.log(r)
    result = complex(real, math.atan2(y, x))
    return result if base is None else result / log(base)


def log10(z, /):
    z = log(z)
    return complex(z.real / math.log(10), z.imag / math.log(10))


def sqrt(z, /):
    x, y = _parts(z)
    if not x and not y:
        return complex(0.0, y)
    if math.isinf(y):
        return complex(inf, y)
    s = 2 * math.sqrt(abs(x) / 8 + math.hypot(x / 8, y / 8))
    d = abs(y) / (2 * s)
    return complex(s, math.copysign(d, y)) if x >= 0 else complex(d, math.copysign(s, y))


def sinh(z, /):
    x, y = _parts(z)
    return complex(math.cos(y) * math.sinh(x), math.sin(y) * math.cosh(x))


def cosh(z, /):
    x, y = _parts(z)
    return complex(math.cos(y) * math.cosh(x), math.sin(y) * math.sinh(x))


def tanh(z, /):
    x, y = _parts(z)
    if abs(x) > 350:
        return complex(math.copysign(1.0, x), 0.0)
    tx, ty = math.tanh(x), math.tan(y)
    cx = 1 / math.cosh(x)
    t = tx * ty
    d = 1 + t * t
    return complex(tx * (1 + ty * ty) / d, ty / d * cx * cx)


def _turned(function):
    def turned(z, /):
        x, y = _parts(z)
        r = function(complex(-y, x))
        return complex(r.imag, -r.real)
    return turned


def cos(z, /):
    x, y = _parts(z)
    return cosh(complex(-y, x))


def asinh(z, /):
    x, y = _parts(z)
    a, b = sqrt(complex(1 + y, -x)), sqrt(complex(1 - y, x))
    return complex(math.asinh(a.real * b.imag - b.real * a.imag), math.atan2(y, a.real * b.real - a.imag * b.imag))


def acosh(z, /):
    x, y = _parts(z)
    a, b = sqrt(complex(x - 1, y)), sqrt(complex(x + 1, y))
    return complex(math.asinh(a.real * b.real + a.imag * b.imag), 2 * math.atan2(a.imag, b.real))


def acos(z, /):
    x, y = _parts(z)
    a, b = sqrt(complex(1 - x, -y)), sqrt(complex(1 + x, y))
    return complex(2 * math.atan2(a.real, b.real), math.asinh(b.real * a.imag - b.imag * a.real))


def atanh(z, /):
    x, y = _parts(z)
    if abs(x) == 1 and not y:
        raise ValueError("math domain error")
    real = math.log1p(4 * x / ((1 - x) ** 2 + y * y)) / 4
    return complex(real, math.atan2(2 * y, (1 - x) * (1 + x) - y * y) / 2)


sin, tan, asin, atan = (_turned(f) for f in (sinh, tanh, asinh, atanh))
