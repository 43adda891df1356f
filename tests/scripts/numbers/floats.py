# float and complex: text, rounding, division, comparison with ints, errors.
def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__ + ":", *e.args)


print(0.1, 1e16, 1e15, 123456789.125, 1e-5, 0.0001, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 1e23, 2.5e-7)
print(0.1 + 0.2, 1 / 3, 2 ** 0.5, 1e308 * 10, -1e308 * 10, float('nan'), float('-inf'))
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-7.5, 2), -0.0 // 5, 0.0 % -5)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(1e300), round(0.5, 0), round(12355.0, -1))
print(float(' 1_0.5 '), float('1e5'), float('.5'), float('5.'), float('INFINITY'), float('-nan'), float(10 ** 22), float(True))
print((1.5).as_integer_ratio(), (0.1).hex(), float.fromhex('0x1.8p1'), float.fromhex('-0x1p-1074'), (2.0).is_integer(), (2.5).is_integer())
print(hash(1.0), hash(0.5), hash(1e300), hash(float('inf')), hash(-1.0))
print(int(3.99), int(-3.99), 3 == 3.0, 2 ** 60 == 2.0 ** 60, 3 < 3.5, 10 ** 20 < 1e20, 10 ** 23 == 1e23)
nan = float('nan')
print(nan == nan, nan != nan, nan < 1, nan in [nan], sorted([3.5, 1, 2.25]), max(1, 2.0), min(1.0, 1))
print(1 + 2j, (1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), abs(3 + 4j), (1 + 2j).conjugate(), (1 + 1j) ** 10, 2 ** 0.5j)
print(complex('1+2j'), complex(1.5), complex(-0.0, 1), -0j, complex('nanj'), 1j ** 2, (1 + 0j) == 1, hash(1 + 0j))
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0 ** -1, lambda: 10.0 ** 400,
          lambda: 1j / 0, lambda: 0j ** -1, lambda: (1e200 + 1j) ** 3, lambda: 1j < 2j, lambda: 1j // 1, lambda: int(1j),
          lambda: float('x'), lambda: float('1__0'), lambda: float(None), lambda: float([]), lambda: complex('x'),
          lambda: round(float('nan')), lambda: round(float('inf')), lambda: round(1.5, 'a'), lambda: float('nan').as_integer_ratio(),
          lambda: float.fromhex('zz'), lambda: float.fromhex('0x1p5000'), lambda: 1.5 << 1, lambda: 'a' * 1.5):
    error(f)


class Celsius(float):
    def __repr__(self):
        return f'{float(self)} degrees'


c = Celsius('21.5')
print(c, [c], c + 1, type(c * 2).__name__, c > 20, f'{c:.2f}')


class Half:
    def __float__(self):
        return 0.5

    def __int__(self):
        return 7

    def __complex__(self):
        return 1j


print(float(Half()), int(Half()), complex(Half()))


class Wrong:
    def __float__(self):
        return 'no'

    def __int__(self):
        return 1.5


error(float, Wrong())
error(int, Wrong())

# expect: 0.1 1e+16 1000000000000000.0 123456789.125 1e-05 0.0001 5e-324 1.7976931348623157e+308 -0.0 1e+22 1e+23 2.5e-07
# expect: 0.30000000000000004 0.3333333333333333 1.4142135623730951 inf -inf nan -inf
# expect: 3.0 -4.0 -0.5 0.5 (-4.0, 0.5) -0.0 -0.0
# expect: 2 4 -2 2.67 1200.0 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160 0.0 12360.0
# expect: 10.5 100000.0 0.5 5.0 inf nan 1e+22 1.0
# expect: (3, 2) 0x1.999999999999ap-4 3.0 -5e-324 True False
# expect: 1 1152921504606846976 1224995262755759164 314159 -2
# expect: 3 -3 True True True False False
# expect: False True False True [1, 2.25, 3.5] 2.0 1.0
# expect: (1+2j) (11+2j) (-0.2+0.4j) 5.0 (1-2j) 32j (0.9405421046832438+0.3396771251026685j)
# expect: (1+2j) (1.5+0j) (-0+1j) (-0-0j) nanj (-1+0j) True 1
# expect: ZeroDivisionError: float division by zero
# expect: ZeroDivisionError: float floor division by zero
# expect: ZeroDivisionError: float modulo
# expect: ZeroDivisionError: float divmod()
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: OverflowError: 34 Numerical result out of range
# expect: ZeroDivisionError: complex division by zero
# expect: ZeroDivisionError: 0.0 to a negative or complex power
# expect: OverflowError: complex exponentiation
# expect: TypeError: '<' not supported between instances of 'complex' and 'complex'
# expect: TypeError: unsupported operand type(s) for //: 'complex' and 'int'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: ValueError: could not convert string to float: 'x'
# expect: ValueError: could not convert string to float: '1__0'
# expect: TypeError: float() argument must be a string or a real number, not 'NoneType'
# expect: TypeError: float() argument must be a string or a real number, not 'list'
# expect: ValueError: complex() arg is a malformed string
# expect: ValueError: cannot convert float NaN to integer
# expect: OverflowError: cannot convert float infinity to integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: cannot convert NaN to integer ratio
# expect: ValueError: invalid hexadecimal floating-point string
# expect: OverflowError: hexadecimal value too large to represent as a float
# expect: TypeError: unsupported operand type(s) for <<: 'float' and 'int'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: 21.5 degrees [21.5 degrees] 22.5 float True 21.50
# expect: 0.5 7 1j
# expect: TypeError: Wrong.__float__ returned non-float (type str)
# expect: TypeError: __int__ returned non-int (type float)
