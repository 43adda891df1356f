a, b = 2**200 + 12345, 10**40 + 7
print(a + b, a - b, a * b, a // b, a % b, -a // b, -a % b, divmod(a, -b), sep="\n")
print(a << 13, a >> 150, -a >> 150, a & b, a | b, a ^ b, ~a, -a & b, -a | b, -a ^ -b, sep="\n")
print(a.bit_length(), (-a).bit_length(), a.bit_count(), (2**64).bit_length(), a == a + 0, a > b, -a < b, hash(a), hash(-a), bool(a), int(str(a)) == a)
print(pow(a, 5, b), pow(3, -1, 7), pow(a, -1, 10**9 + 7) * a % (10**9 + 7), pow(2, 1000) == 1 << 1000, (-2) ** 63, (-2) ** 64, 10**18 * 10**18, 3**100 % 2**64)
print(hex(a), oct(b), bin(2**70), f"{a:,}", f"{a:_x}", f"{b:e}", f"{a:>80}", "%d" % a, "%x" % b, f"{2**64:#b}", sep="\n")
print(int("f" * 30, 16), int("-1" + "0" * 30), int("z" * 20, 36), int("0b" + "1" * 70, 0), int("0o777", 8), int("1_000_000"), sep="\n")
print(a.to_bytes(26, "little").hex(), (-a).to_bytes(26, "big", signed=True).hex(), int.from_bytes(b"\xff" * 9, "big"), int.from_bytes(b"\xff" * 9, "big", signed=True), (0).to_bytes(0, "big"), (258).to_bytes(2, "little"))
print(float(a), float(10**22), int(1e22), int(1.5e300) % 10**6, a / b, b / a, (a * b) / a, 2**1000 / 2**999, round(a, -50), round(15 * 10**30, -31), round(25 * 10**30, -31))
print((2**31, 2**32, 2**63, 2**64, -2**63, -2**63 - 1), 2**62 - 1 + 2**62, 4611686018427387904 * 2, -9223372036854775808 // -1, abs(-2**63), 0x7fffffffffffffff + 1, 1073741823 + 1, -1073741824 - 1, 2147483647 * 2147483647, 9223372036854775807 * 9223372036854775807)
import math
print(math.factorial(30), math.gcd(2**100, 6**50), math.isqrt(10**41), math.lcm(10**20, 15), math.comb(100, 50), math.log2(2**1000), math.log10(10**400), math.prod(range(1, 25)))
for src in ["(300).to_bytes(1, 'big')", "int('9' * 5000)", "str(10**5000)", "1 << -1", "1 >> -1", "1 << (1 << 70)", "1 >> (1 << 70)", "2 ** (10**10) % 2 if False else 0", "int('1' * 4300) > 0", "float(2**1024)", "2**1024 / 1", "pow(2, -1, 4)", "pow(2, 3, 0)", "pow(5, 3, -7)", "(5).bit_count(1)", "int.from_bytes([1, 2], 'little')", "int.from_bytes([300], 'little')", "'a' * 2**63", "range(2**70)[2**69]", "len(range(2**70))", "[1][2**70]", "[1][:2**70]", "bytes(2**70)", "(1).__lshift__('a')", "int.__add__(1, 'a')", "(7).__divmod__(2)", "(7).__rsub__(10)", "(1).__eq__('a')", "(5).conjugate(), (5).numerator, (5).denominator, (5).imag", "(5).as_integer_ratio()", "True.real, type(True.real)", "int(True), +True, -False, ~False"]:
    try: print(src, eval(src))
    except Exception as e: print(src, "->", type(e).__name__, e)

# expect: 1606938044258990275551962092341162602522202993782792835313728
# expect: 1606938044258990275531962092341162602522202993782792835313714
# expect: 16069380442589902755419620923411626025233278504137741285066003734646388138217655420956479549847196047
# expect: 160693804425899027554
# expect: 1962092341162602521078137151811542120843
# expect: -160693804425899027555
# expect: 8037907658837397478921862848188457879164
# expect: (-160693804425899027555, -8037907658837397478921862848188457879164)
# expect: 13164036458569648337239753460458804039861886925068638906890002432
# expect: 1125899906842624
# expect: -1125899906842625
# expect: 1
# expect: 1606938044258990275551962092341162602522202993782792835313727
# expect: 1606938044258990275551962092341162602522202993782792835313726
# expect: -1606938044258990275541962092341162602522202993782792835313722
# expect: 10000000000000000000000000000000000000007
# expect: -1606938044258990275541962092341162602522202993782792835313721
# expect: 1606938044258990275551962092341162602522202993782792835313726
# expect: 201 201 7 65 True True True 143417 -143417 True True
# expect: 8869800487495545867127761713118370358452 5 1 True -9223372036854775808 18446744073709551616 1000000000000000000000000000000000000 15462121228172006353
# expect: 0x100000000000000000000000000000000000000000000003039
# expect: 0o165431237070327122277527347653020000000000007
# expect: 0b10000000000000000000000000000000000000000000000000000000000000000000000
# expect: 1,606,938,044,258,990,275,541,962,092,341,162,602,522,202,993,782,792,835,313,721
# expect: 100_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_3039
# expect: 1.000000e+40
# expect:                    1606938044258990275541962092341162602522202993782792835313721
# expect: 1606938044258990275541962092341162602522202993782792835313721
# expect: 1d6329f1c35ca4bfabb9f5610000000007
# expect: 0b10000000000000000000000000000000000000000000000000000000000000000
# expect: 1329227995784915872903807060280344575
# expect: -1000000000000000000000000000000
# expect: 13367494538843734067838845976575
# expect: 1180591620717411303423
# expect: 511
# expect: 1000000
# expect: 3930000000000000000000000000000000000000000000000001 feffffffffffffffffffffffffffffffffffffffffffffffcfc7 4722366482869645213695 -1 b'' b'\x02\x01'
# expect: 1.6069380442589903e+60 1e+22 10000000000000000000000 810240 1.60693804425899e+20 6.223015277861142e-21 1e+40 2.0 1606938044300000000000000000000000000000000000000000000000000 20000000000000000000000000000000 20000000000000000000000000000000
# expect: (2147483648, 4294967296, 9223372036854775808, 18446744073709551616, -9223372036854775808, -9223372036854775809) 9223372036854775807 9223372036854775808 9223372036854775808 9223372036854775808 9223372036854775808 1073741824 -1073741825 4611686014132420609 85070591730234615847396907784232501249
# expect: 265252859812191058636308480000000 1125899906842624 316227766016837933199 300000000000000000000 100891344545564193334812497256 1000.0 400.0 620448401733239439360000
# expect: (300).to_bytes(1, 'big') -> OverflowError int too big to convert
# expect: int('9' * 5000) -> ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: str(10**5000) -> ValueError Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: 1 << -1 -> ValueError negative shift count
# expect: 1 >> -1 -> ValueError negative shift count
# expect: 1 << (1 << 70) -> OverflowError too many digits in integer
# expect: 1 >> (1 << 70) 0
# expect: 2 ** (10**10) % 2 if False else 0 0
# expect: int('1' * 4300) > 0 True
# expect: float(2**1024) -> OverflowError int too large to convert to float
# expect: 2**1024 / 1 -> OverflowError integer division result too large for a float
# expect: pow(2, -1, 4) -> ValueError base is not invertible for the given modulus
# expect: pow(2, 3, 0) -> ValueError pow() 3rd argument cannot be 0
# expect: pow(5, 3, -7) -1
# expect: (5).bit_count(1) -> TypeError int.bit_count() takes no arguments (1 given)
# expect: int.from_bytes([1, 2], 'little') 513
# expect: int.from_bytes([300], 'little') -> ValueError bytes must be in range(0, 256)
# expect: 'a' * 2**63 -> OverflowError cannot fit 'int' into an index-sized integer
# expect: range(2**70)[2**69] 590295810358705651712
# expect: len(range(2**70)) -> OverflowError Python int too large to convert to C ssize_t
# expect: [1][2**70] -> IndexError cannot fit 'int' into an index-sized integer
# expect: [1][:2**70] [1]
# expect: bytes(2**70) -> OverflowError cannot fit 'int' into an index-sized integer
# expect: (1).__lshift__('a') NotImplemented
# expect: int.__add__(1, 'a') NotImplemented
# expect: (7).__divmod__(2) (3, 1)
# expect: (7).__rsub__(10) 3
# expect: (1).__eq__('a') NotImplemented
# expect: (5).conjugate(), (5).numerator, (5).denominator, (5).imag (5, 5, 1, 0)
# expect: (5).as_integer_ratio() (5, 1)
# expect: True.real, type(True.real) (1, <class 'int'>)
# expect: int(True), +True, -False, ~False (1, 1, 0, -1)
