# math: values and errors.
import math


class F:
    def __float__(self):
        return 2.25


class I:
    def __index__(self):
        return 5


for f in (
    lambda: (math.sqrt(-1)),
    lambda: (math.sqrt('a')),
    lambda: (math.log(0)),
    lambda: (math.log(-1)),
    lambda: (math.log(2,1)),
    lambda: (math.log(10**400)),
    lambda: (math.log2(2**5000)),
    lambda: (math.log10(10**400)),
    lambda: (math.log(0,10)),
    lambda: (math.log(10,-1)),
    lambda: (math.log('a')),
    lambda: (math.log(8,2), math.log(100,10)),
    lambda: (math.exp(1000)),
    lambda: (math.pow(0,-1)),
    lambda: (math.pow(-1,0.5)),
    lambda: (math.pow(10,400)),
    lambda: (math.fmod(1,0)),
    lambda: (math.fmod(float('inf'),1)),
    lambda: (math.factorial(-1)),
    lambda: (math.factorial(2.0)),
    lambda: (math.factorial('a')),
    lambda: (math.factorial(10**30)),
    lambda: (math.factorial(100)),
    lambda: ([math.factorial(i) for i in range(30)]),
    lambda: (math.factorial(1000) % (10**9+7)),
    lambda: (math.comb(-1,2)),
    lambda: (math.comb(5,-1)),
    lambda: (math.comb(5,10)),
    lambda: (math.comb(5,2.0)),
    lambda: (math.perm(5)),
    lambda: (math.perm(5,2)),
    lambda: (math.perm(-1)),
    lambda: (math.perm(5,-1)),
    lambda: (math.perm(5,None)),
    lambda: (math.gcd()),
    lambda: (math.gcd(12,18,24)),
    lambda: (math.gcd(1.5)),
    lambda: (math.lcm()),
    lambda: (math.lcm(4,6)),
    lambda: (math.lcm(0,5)),
    lambda: (math.lcm(-4,6)),
    lambda: (math.isqrt(-1)),
    lambda: (math.isqrt(2.0)),
    lambda: (math.isqrt(10**50)),
    lambda: (math.floor(1.5)),
    lambda: (math.floor('a')),
    lambda: (math.floor(float('inf'))),
    lambda: (math.ceil(float('nan'))),
    lambda: (math.ceil(1)),
    lambda: (math.ceil(-1.5), math.floor(-1.5), math.trunc(-1.5)),
    lambda: (math.floor(1e300)),
    lambda: (math.trunc(1.5)),
    lambda: (math.trunc('a')),
    lambda: (math.fsum([0.1]*10)),
    lambda: (math.fsum(['a'])),
    lambda: (math.fsum(5)),
    lambda: (math.fsum([float('inf'),float('-inf')])),
    lambda: (math.fsum([1e16,1,1e-16,-1e16])),
    lambda: (math.fsum(x/10 for x in range(100))),
    lambda: (math.fsum([])),
    lambda: (math.fsum([5e-324]*3)),
    lambda: (math.fsum([-1e308,1e308,1.5,-2.25])),
    lambda: (math.prod([1,2,3])),
    lambda: (math.prod([1,2,3],start=2.0)),
    lambda: (math.prod([])),
    lambda: (math.prod('ab')),
    lambda: (math.prod(x for x in (2,3))),
    lambda: (math.prod([[1],2])),
    lambda: (math.dist((0,0),(3,4))),
    lambda: (math.dist([0],[1,2])),
    lambda: (math.dist(1,2)),
    lambda: (math.hypot()),
    lambda: (math.hypot(3,4)),
    lambda: (math.hypot(1,2,3)),
    lambda: (math.hypot('a')),
    lambda: (math.hypot(float('nan'),float('inf'))),
    lambda: (math.hypot(1e300,1e300), math.hypot(1e-320,1e-320)),
    lambda: (math.isclose(1,1+1e-10)),
    lambda: (math.isclose(1,1.1,rel_tol=-1)),
    lambda: (math.isclose(1,1.1,abs_tol=.2)),
    lambda: (math.isclose(float('inf'),float('inf'))),
    lambda: (math.ldexp(1,5000)),
    lambda: (math.ldexp(1,-5000)),
    lambda: (math.ldexp(1,1.5)),
    lambda: (math.ldexp(0.5,10**30)),
    lambda: (math.ldexp(0,10**30)),
    lambda: (math.frexp(0)),
    lambda: (math.frexp(10)),
    lambda: (math.modf(-1.5)),
    lambda: (math.modf(float('inf'))),
    lambda: (math.gamma(0)),
    lambda: (math.gamma(-1)),
    lambda: (math.gamma(172)),
    lambda: (math.gamma(5)),
    lambda: (math.lgamma(0)),
    lambda: (math.lgamma(-1)),
    lambda: (math.gamma(float('-inf'))),
    lambda: (math.acos(2)),
    lambda: (math.atanh(1)),
    lambda: (math.log1p(-1)),
    lambda: (math.expm1(1000)),
    lambda: (math.sin(float('inf'))),
    lambda: (math.tan(1)),
    lambda: (math.cosh(1000)),
    lambda: (math.remainder(5,3)),
    lambda: (math.remainder(5,0)),
    lambda: (math.remainder(float('inf'),1)),
    lambda: (math.nextafter(1,2)),
    lambda: (math.ulp(1), math.ulp(1e308), math.ulp(0)),
    lambda: (math.ulp(float('inf'))),
    lambda: (math.copysign(1,-0.0)),
    lambda: (math.exp2(10)),
    lambda: (math.degrees(math.pi)),
    lambda: (math.radians(180)),
    lambda: (math.sqrt(10**400)),
    lambda: (math.atan2(1,2,3)),
    lambda: (math.isnan('a')),
    lambda: (math.comb(10**20,2)),
    lambda: (math.comb(100,50)),
    lambda: (math.comb(10**20,10**20-3)),
    lambda: (math.perm(10**20,2)),
    lambda: (math.isinf(10**400)),
    lambda: (math.floor(10**400)),
    lambda: (math.log2(0)),
    lambda: (math.log2(8)),
    lambda: (math.log10(1000)),
    lambda: (math.sqrt(True)),
    lambda: (math.erf(0.5), math.erfc(0.5)),
    lambda: (math.fabs(-3)),
    lambda: (math.pow(2,0.5)),
    lambda: (math.e, math.pi, math.tau, math.inf, math.nan),
    lambda: (math.fsum([1,2,10**400])),
    lambda: (math.dist((1,2),(1,'a'))),
    lambda: (math.gcd(-4,6)),
    lambda: (math.gcd(2**100,2**90*3)),
    lambda: (math.sin(1), math.cos(1), math.asin(0.5), math.acos(0.5), math.atan(0.5), math.sinh(1), math.cosh(1), math.tanh(1)),
    lambda: (math.asinh(1), math.acosh(2), math.atanh(0.5), math.exp(1), math.expm1(1e-5), math.log1p(1e-5)),
    lambda: (math.sqrt(F())),
    lambda: (math.floor(F())),
    lambda: (math.gcd(I(), 4)),
    lambda: (math.factorial(I())),
    lambda: (math.pow(F(), 2)),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, *e.args)

# expect: ValueError math domain error
# expect: TypeError must be real number, not str
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ZeroDivisionError float division by zero
# expect: 921.0340371976182
# expect: 5000.0
# expect: 400.0
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: TypeError must be real number, not str
# expect: (3.0, 2.0)
# expect: OverflowError math range error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: OverflowError math range error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError factorial() not defined for negative values
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError factorial() argument should not exceed 9223372036854775807
# expect: 93326215443944152681699238856266700490715968264381621468592963895217599993229915608941463976156518286253697920827223758251185210916864000000000000000000000000
# expect: [1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880, 3628800, 39916800, 479001600, 6227020800, 87178291200, 1307674368000, 20922789888000, 355687428096000, 6402373705728000, 121645100408832000, 2432902008176640000, 51090942171709440000, 1124000727777607680000, 25852016738884976640000, 620448401733239439360000, 15511210043330985984000000, 403291461126605635584000000, 10888869450418352160768000000, 304888344611713860501504000000, 8841761993739701954543616000000]
# expect: 641419708
# expect: ValueError n must be a non-negative integer
# expect: ValueError k must be a non-negative integer
# expect: 0
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: 120
# expect: 20
# expect: ValueError factorial() not defined for negative values
# expect: ValueError k must be a non-negative integer
# expect: 120
# expect: 0
# expect: 6
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: 1
# expect: 12
# expect: 0
# expect: 12
# expect: ValueError isqrt() argument must be nonnegative
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: 10000000000000000000000000
# expect: 1
# expect: TypeError must be real number, not str
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
# expect: 1
# expect: (-1, -2, -1)
# expect: 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160
# expect: 1
# expect: TypeError type str doesn't define __trunc__ method
# expect: 1.0
# expect: TypeError must be real number, not str
# expect: TypeError 'int' object is not iterable
# expect: ValueError -inf + inf in fsum
# expect: 1.0
# expect: 495.0
# expect: 0.0
# expect: 1.5e-323
# expect: -0.75
# expect: 6
# expect: 12.0
# expect: 1
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: 6
# expect: [1, 1]
# expect: 5.0
# expect: ValueError both points must have the same number of dimensions
# expect: TypeError 'int' object is not iterable
# expect: 0.0
# expect: 5.0
# expect: 3.7416573867739413
# expect: TypeError must be real number, not str
# expect: inf
# expect: (1.4142135623730952e+300, 1.414e-320)
# expect: True
# expect: ValueError tolerances must be non-negative
# expect: True
# expect: True
# expect: OverflowError math range error
# expect: 0.0
# expect: TypeError Expected an int as second argument to ldexp.
# expect: OverflowError math range error
# expect: 0.0
# expect: (0.0, 0)
# expect: (0.625, 4)
# expect: (-0.5, -1.0)
# expect: (0.0, inf)
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: OverflowError math range error
# expect: 24.0
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: OverflowError math range error
# expect: ValueError math domain error
# expect: 1.5574077246549023
# expect: OverflowError math range error
# expect: -1.0
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: 1.0000000000000002
# expect: (2.220446049250313e-16, 1.99584030953472e+292, 5e-324)
# expect: inf
# expect: -1.0
# expect: 1024.0
# expect: 180.0
# expect: 3.141592653589793
# expect: OverflowError int too large to convert to float
# expect: TypeError atan2 expected 2 arguments, got 3
# expect: TypeError must be real number, not str
# expect: 4999999999999999999950000000000000000000
# expect: 100891344545564193334812497256
# expect: 166666666666666666661666666666666666666700000000000000000000
# expect: 9999999999999999999900000000000000000000
# expect: OverflowError int too large to convert to float
# expect: 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
# expect: ValueError math domain error
# expect: 3.0
# expect: 3.0
# expect: 1.0
# expect: (0.5204998778130465, 0.4795001221869535)
# expect: 3.0
# expect: 1.4142135623730951
# expect: (2.718281828459045, 3.141592653589793, 6.283185307179586, inf, nan)
# expect: OverflowError int too large to convert to float
# expect: TypeError must be real number, not str
# expect: 2
# expect: 1237940039285380274899124224
# expect: (0.8414709848078965, 0.5403023058681398, 0.5235987755982989, 1.0471975511965979, 0.4636476090008061, 1.1752011936438014, 1.5430806348152437, 0.7615941559557649)
# expect: (0.881373587019543, 1.3169578969248166, 0.5493061443340548, 2.718281828459045, 1.0000050000166668e-05, 9.999950000333332e-06)
# expect: 1.5
# expect: 2
# expect: 1
# expect: 120
# expect: 5.0625
