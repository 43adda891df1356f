# int: arithmetic of every size, bit operations, text, errors.
def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__ + ":", *e.args)


# Where the machine's words end.
for n in (2 ** 48 - 1, 2 ** 48, -2 ** 48, -2 ** 48 - 1, 2 ** 63 - 1, 2 ** 63, 2 ** 64):
    print(n, n + 1, n - 1, -n, ~n, n * n, n // 7, n % 7, n >> 3, n << 3)
for a in (7, -7, 2 ** 70, -2 ** 70):
    for b in (2, -2, 10 ** 12, -10 ** 12):
        assert a // b * b + a % b == a
        print(divmod(a, b), a & b, a | b, a ^ b)
print(3 ** 100, (-3) ** 101, 0 ** 0, 2 ** -2, 7 ** 1)
print(pow(3, 200, 1000007), pow(3, -1, 7), pow(-3, 3, -7), pow(2, 10 ** 20, 10 ** 9 + 7))
x = 42
for _ in range(1000):
    x = (x * 6364136223846793005 + 1442695040888963407) & (2 ** 64 - 1)
print(x)
h = 14695981039346656037
for c in b'hash me':
    h = ((h ^ c) * 1099511628211) % 2 ** 64
print(hex(h))
print(10 ** 30 // 10 ** 20, 10 ** 30 % 7, -10 ** 30 // 7, 10 ** 22 / 10 ** 5, 2 ** 70 / 3)
print((2 ** 200).bit_length(), (-5).bit_length(), (2 ** 70 - 1).bit_count(), (0).bit_length())
print(int('  -12_345 '), int('0x_ff', 0), int('0b101', 2), int('zz', 36), int('٣٤'), int(b'17'), int(1e20), int(-1.9))
print(hex(255), oct(-8), bin(10), hex(2 ** 70))
print((258).to_bytes(2, 'little'), (-2).to_bytes(3, 'big', signed=True), int.from_bytes(b'\x01\x02', 'big'),
      int.from_bytes(b'\xff\xfe', 'big', signed=True), (5).to_bytes())
print(round(1250, -2), round(1350, -2), round(15, -1), round(-15, -1), round(7, 3))
print(hash(2 ** 61 - 1), hash(-1), hash(2 ** 100), hash(10 ** 20) == hash(1e20))
print(True + True, True & False, True | 2, ~True, -True, True == 1, isinstance(True, int), bool(10 ** 30))
print(1 < 2 < 3, 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53), 10 ** 400 > 1e308, 1 < float('nan'))
fact = 1
for i in range(1, 101):
    fact *= i
print(fact)
print(len(str(7 ** 5000)), str(7 ** 5000)[:30], 7 ** 5000 % 10 ** 30)
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 1 << -1,
          lambda: 1 << 2 ** 70, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: 10 ** 400 / 3,
          lambda: float(10 ** 400), lambda: 10 ** 400 * 1.0, lambda: int('x'), lambda: int(''), lambda: int('1__0'),
          lambda: int('09', 0), lambda: int('1', 37), lambda: int(1.5, 10), lambda: int(None), lambda: int([]),
          lambda: int('9' * 5000), lambda: str(10 ** 5000), lambda: (256).to_bytes(1, 'big'), lambda: (-1).to_bytes(1, 'big'),
          lambda: int(float('nan')), lambda: int(float('inf')), lambda: 1 + 'a', lambda: 1 @ 2, lambda: ~1.5, lambda: -'a'):
    error(f)


class Level(int):
    """A subclass keeps its class and gives plain ints in arithmetic."""

    def __repr__(self):
        return f'Level({int(self)})'


a = Level(5)
print(a, a + 1, type(a + 1).__name__, a == 5, {5: 'five'}[a], Level('12'), Level(2 ** 70) > 1, a.bit_length(), [a])


class Index:
    def __index__(self):
        return 3


print([10, 20, 30, 40][Index()], 'abcdef'[Index():], int(Index()), hex(Index()), range(Index()))

# expect: 281474976710655 281474976710656 281474976710654 -281474976710655 -281474976710656 79228162514263774643590529025 40210710958665 0 35184372088831 2251799813685240
# expect: 281474976710656 281474976710657 281474976710655 -281474976710656 -281474976710657 79228162514264337593543950336 40210710958665 1 35184372088832 2251799813685248
# expect: -281474976710656 -281474976710655 -281474976710657 281474976710656 281474976710655 79228162514264337593543950336 -40210710958666 6 -35184372088832 -2251799813685248
# expect: -281474976710657 -281474976710656 -281474976710658 281474976710657 281474976710656 79228162514264900543497371649 -40210710958666 5 -35184372088833 -2251799813685256
# expect: 9223372036854775807 9223372036854775808 9223372036854775806 -9223372036854775807 -9223372036854775808 85070591730234615847396907784232501249 1317624576693539401 0 1152921504606846975 73786976294838206456
# expect: 9223372036854775808 9223372036854775809 9223372036854775807 -9223372036854775808 -9223372036854775809 85070591730234615865843651857942052864 1317624576693539401 1 1152921504606846976 73786976294838206464
# expect: 18446744073709551616 18446744073709551617 18446744073709551615 -18446744073709551616 -18446744073709551617 340282366920938463463374607431768211456 2635249153387078802 2 2305843009213693952 147573952589676412928
# expect: (3, 1) 2 7 5
# expect: (-4, -1) 6 -1 -7
# expect: (0, 7) 0 1000000000007 1000000000007
# expect: (-1, -999999999993) 0 -999999999993 -999999999993
# expect: (-4, 1) 0 -5 -5
# expect: (3, -1) -8 -1 7
# expect: (-1, 999999999993) 1000000000000 -7 -1000000000007
# expect: (0, -7) -1000000000000 -7 999999999993
# expect: (590295810358705651712, 0) 0 1180591620717411303426 1180591620717411303426
# expect: (-590295810358705651712, 0) 1180591620717411303424 -2 -1180591620717411303426
# expect: (1180591620, 717411303424) 0 1180591621717411303424 1180591621717411303424
# expect: (-1180591621, -282588696576) 1180591620717411303424 -1000000000000 -1180591621717411303424
# expect: (-590295810358705651712, 0) 0 -1180591620717411303422 -1180591620717411303422
# expect: (590295810358705651712, 0) -1180591620717411303424 -2 1180591620717411303422
# expect: (-1180591621, 282588696576) 0 -1180591619717411303424 -1180591619717411303424
# expect: (1180591620, -717411303424) -1180591620717411303424 -1000000000000 1180591619717411303424
# expect: 515377520732011331036461129765621272702107522001 -1546132562196033993109383389296863818106322566003 1 0.25 7
# expect: 959082 5 -6 855473248
# expect: 3780446852550674546
# expect: 0x1ad66d8708e9833d
# expect: 10000000000 1 -142857142857142857142857142858 1e+17 3.935305402391371e+20
# expect: 201 3 70 0
# expect: -12345 255 5 1295 34 17 100000000000000000000 -1
# expect: 0xff -0o10 0b1010 0x400000000000000000
# expect: b'\x02\x01' b'\xff\xff\xfe' 258 -2 b'\x05'
# expect: 1200 1400 20 -20 7
# expect: 0 -2 549755813888 True
# expect: 2 False 3 -2 -1 True True True
# expect: True False True True False
# expect: 93326215443944152681699238856266700490715968264381621468592963895217599993229915608941463976156518286253697920827223758251185210916864000000000000000000000000
# expect: 4226 309171940135976921141730874494 695345718779025402256403000001
# expect: ZeroDivisionError: division by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: integer modulo by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: ValueError: negative shift count
# expect: OverflowError: too many digits in integer
# expect: ValueError: base is not invertible for the given modulus
# expect: ValueError: pow() 3rd argument cannot be 0
# expect: OverflowError: integer division result too large for a float
# expect: OverflowError: int too large to convert to float
# expect: OverflowError: int too large to convert to float
# expect: ValueError: invalid literal for int() with base 10: 'x'
# expect: ValueError: invalid literal for int() with base 10: ''
# expect: ValueError: invalid literal for int() with base 10: '1__0'
# expect: ValueError: invalid literal for int() with base 0: '09'
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: TypeError: int() can't convert non-string with explicit base
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: OverflowError: int too big to convert
# expect: OverflowError: can't convert negative int to unsigned
# expect: ValueError: cannot convert float NaN to integer
# expect: OverflowError: cannot convert float infinity to integer
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for @: 'int' and 'int'
# expect: TypeError: bad operand type for unary ~: 'float'
# expect: TypeError: bad operand type for unary -: 'str'
# expect: Level(5) 6 int True five Level(12) True 3 [Level(5)]
# expect: 40 def 3 0x3 range(0, 3)
