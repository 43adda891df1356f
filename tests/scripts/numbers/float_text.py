vals = [0.1, 1 / 3, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 1.0, -0.0, 5e-324, 1.7976931348623157e308, 2.5, 1e22, 1e23, 0.1 + 0.2, 100.0, 1e100, float("inf"), -float("inf"), float("nan"), 2**53 * 1.0, 9007199254740993.0, 4.35, 0.5, 1.1e-7]
for v in vals:
    print(repr(v), str(v), v.hex(), f"{v:.3f}" if abs(v) < 1e20 else "", f"{v:g}", v.is_integer())
for t in ["1e5", "1E+5", ".5", "5.", "-.5e-3", "1_000.5", "inf", "-Infinity", "nan", "+1", " 1 ", "1e400", "1e-400", "0x1", "1__0", "", ".", "e5", "1e", "--1", "1 2", "١.٥", "1,5", "infinit", "1_", "_1", "1e1_0", "0e0", "00.5"]:
    try: print(repr(t), float(t))
    except ValueError as e: print(repr(t), "->", e)
for t in ["0x1.8p1", "0x.8", "1p-1074", "-0x1p0", "inf", "0x1.fffffffffffffp1023", "0x1p1024", "zz", "", "0x1.00000000000008p0", " 0x1p3 "]:
    try: print(t, float.fromhex(t))
    except (ValueError, OverflowError) as e: print(t, "->", type(e).__name__, e)
print(round(2.5), round(3.5), round(-2.5), round(0.5), round(2.675, 2), round(1234.5678, -2), round(1e300, 2), round(5, -1), round(15, -1), round(25, -1), round(1234567, -3), round(2.5, 0), round(-0.4), round(1.005, 2), round(10**20 + 5, -1), type(round(2.0)), type(round(2.0, 1)), round(7, 2))
print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, 7.5 // 2, -7.5 // 2, -7.5 % 2, 7.5 % -2, 0.0 % -1, -0.0 % 1, divmod(-7, 2), divmod(7.5, -2), divmod(-1, 3), 1e300 // 1e-10 > 0, 5.0 % float("inf"), -5.0 % float("inf"), 3 % -float("inf"))
for src in ["1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1, 0)", "divmod(1.0, 0)", "0 ** -1", "0.0 ** -1", "1j / 0", "1j ** -1", "0j ** -1", "2.0 ** 10000", "10.0 ** 400", "(-8) ** (1 / 3)", "(-8.0) ** 0.5", "int(1e400)", "int(float('nan'))", "round(float('inf'))", "round(float('nan'))", "float('inf') // 1", "10**400 / 3", "10**400 * 1.0", "10**400 / 10**399", "1e308 * 10", "-1 ** 0.5", "True + True", "0 ** 0", "0.0 ** 0", "1.5.as_integer_ratio()", "float('inf').as_integer_ratio()", "float('nan').as_integer_ratio()", "(0.1).as_integer_ratio()", "5.0 .__floor__()", "hash(1.5)", "1 < float('nan')", "2**1024 > 1e308", "10**400 > float('inf')", "int(-2.9)", "int(1e20)", "complex('1e5j')", "abs(-0.0)", "abs(3 + 4j)", "-True", "~True", "math.floor(-2.5)"]:
    import math
    try: print(src, eval(src))
    except Exception as e: print(src, "->", type(e).__name__, e)

# expect: 0.1 0.1 0x1.999999999999ap-4 0.100 0.1 False
# expect: 0.3333333333333333 0.3333333333333333 0x1.5555555555555p-2 0.333 0.333333 False
# expect: 1e+16 1e+16 0x1.1c37937e08000p+53 10000000000000000.000 1e+16 True
# expect: 1000000000000000.0 1000000000000000.0 0x1.c6bf526340000p+49 1000000000000000.000 1e+15 True
# expect: 1.2345678901234568e+17 1.2345678901234568e+17 0x1.b69b4ba630f35p+56 123456789012345680.000 1.23457e+17 True
# expect: 0.0001 0.0001 0x1.a36e2eb1c432dp-14 0.000 0.0001 False
# expect: 1e-05 1e-05 0x1.4f8b588e368f1p-17 0.000 1e-05 False
# expect: 1.0 1.0 0x1.0000000000000p+0 1.000 1 True
# expect: -0.0 -0.0 -0x0.0p+0 -0.000 -0 True
# expect: 5e-324 5e-324 0x0.0000000000001p-1022 0.000 4.94066e-324 False
# expect: 1.7976931348623157e+308 1.7976931348623157e+308 0x1.fffffffffffffp+1023  1.79769e+308 True
# expect: 2.5 2.5 0x1.4000000000000p+1 2.500 2.5 False
# expect: 1e+22 1e+22 0x1.0f0cf064dd592p+73  1e+22 True
# expect: 1e+23 1e+23 0x1.52d02c7e14af6p+76  1e+23 True
# expect: 0.30000000000000004 0.30000000000000004 0x1.3333333333334p-2 0.300 0.3 False
# expect: 100.0 100.0 0x1.9000000000000p+6 100.000 100 True
# expect: 1e+100 1e+100 0x1.249ad2594c37dp+332  1e+100 True
# expect: inf inf inf  inf False
# expect: -inf -inf -inf  -inf False
# expect: nan nan nan  nan False
# expect: 9007199254740992.0 9007199254740992.0 0x1.0000000000000p+53 9007199254740992.000 9.0072e+15 True
# expect: 9007199254740992.0 9007199254740992.0 0x1.0000000000000p+53 9007199254740992.000 9.0072e+15 True
# expect: 4.35 4.35 0x1.1666666666666p+2 4.350 4.35 False
# expect: 0.5 0.5 0x1.0000000000000p-1 0.500 0.5 False
# expect: 1.1e-07 1.1e-07 0x1.d87247702c0d0p-24 0.000 1.1e-07 False
# expect: '1e5' 100000.0
# expect: '1E+5' 100000.0
# expect: '.5' 0.5
# expect: '5.' 5.0
# expect: '-.5e-3' -0.0005
# expect: '1_000.5' 1000.5
# expect: 'inf' inf
# expect: '-Infinity' -inf
# expect: 'nan' nan
# expect: '+1' 1.0
# expect: ' 1 ' 1.0
# expect: '1e400' inf
# expect: '1e-400' 0.0
# expect: '0x1' -> could not convert string to float: '0x1'
# expect: '1__0' -> could not convert string to float: '1__0'
# expect: '' -> could not convert string to float: ''
# expect: '.' -> could not convert string to float: '.'
# expect: 'e5' -> could not convert string to float: 'e5'
# expect: '1e' -> could not convert string to float: '1e'
# expect: '--1' -> could not convert string to float: '--1'
# expect: '1 2' -> could not convert string to float: '1 2'
# expect: '١.٥' 1.5
# expect: '1,5' -> could not convert string to float: '1,5'
# expect: 'infinit' -> could not convert string to float: 'infinit'
# expect: '1_' -> could not convert string to float: '1_'
# expect: '_1' -> could not convert string to float: '_1'
# expect: '1e1_0' 10000000000.0
# expect: '0e0' 0.0
# expect: '00.5' 0.5
# expect: 0x1.8p1 3.0
# expect: 0x.8 0.5
# expect: 1p-1074 5e-324
# expect: -0x1p0 -1.0
# expect: inf inf
# expect: 0x1.fffffffffffffp1023 1.7976931348623157e+308
# expect: 0x1p1024 -> OverflowError hexadecimal value too large to represent as a float
# expect: zz -> ValueError invalid hexadecimal floating-point string
# expect:  -> ValueError invalid hexadecimal floating-point string
# expect: 0x1.00000000000008p0 1.0
# expect:  0x1p3  8.0
# expect: 2 4 -2 0 2.67 1200.0 1e+300 0 20 20 1235000 2.0 0 1.0 100000000000000000000 <class 'int'> <class 'float'> 7
# expect: 3 -4 -4 1 2 -2 3.0 -4.0 0.5 -0.5 -0.0 0.0 (-4, 1) (-4.0, -0.5) (-1, 2) True 5.0 inf -inf
# expect: 1 / 0 -> ZeroDivisionError division by zero
# expect: 1 // 0 -> ZeroDivisionError integer division or modulo by zero
# expect: 1 % 0 -> ZeroDivisionError integer modulo by zero
# expect: 1.0 / 0 -> ZeroDivisionError float division by zero
# expect: 1.0 // 0 -> ZeroDivisionError float floor division by zero
# expect: 1.0 % 0 -> ZeroDivisionError float modulo
# expect: divmod(1, 0) -> ZeroDivisionError integer division or modulo by zero
# expect: divmod(1.0, 0) -> ZeroDivisionError float divmod()
# expect: 0 ** -1 -> ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: 0.0 ** -1 -> ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: 1j / 0 -> ZeroDivisionError complex division by zero
# expect: 1j ** -1 -1j
# expect: 0j ** -1 -> ZeroDivisionError 0.0 to a negative or complex power
# expect: 2.0 ** 10000 -> OverflowError (34, 'Numerical result out of range')
# expect: 10.0 ** 400 -> OverflowError (34, 'Numerical result out of range')
# expect: (-8) ** (1 / 3) (1.0000000000000002+1.7320508075688772j)
# expect: (-8.0) ** 0.5 (1.7319121124709868e-16+2.8284271247461903j)
# expect: int(1e400) -> OverflowError cannot convert float infinity to integer
# expect: int(float('nan')) -> ValueError cannot convert float NaN to integer
# expect: round(float('inf')) -> OverflowError cannot convert float infinity to integer
# expect: round(float('nan')) -> ValueError cannot convert float NaN to integer
# expect: float('inf') // 1 nan
# expect: 10**400 / 3 -> OverflowError integer division result too large for a float
# expect: 10**400 * 1.0 -> OverflowError int too large to convert to float
# expect: 10**400 / 10**399 10.0
# expect: 1e308 * 10 inf
# expect: -1 ** 0.5 -1.0
# expect: True + True 2
# expect: 0 ** 0 1
# expect: 0.0 ** 0 1.0
# expect: 1.5.as_integer_ratio() (3, 2)
# expect: float('inf').as_integer_ratio() -> OverflowError cannot convert Infinity to integer ratio
# expect: float('nan').as_integer_ratio() -> ValueError cannot convert NaN to integer ratio
# expect: (0.1).as_integer_ratio() (3602879701896397, 36028797018963968)
# expect: 5.0 .__floor__() 5
# expect: hash(1.5) 1152921504606846977
# expect: 1 < float('nan') False
# expect: 2**1024 > 1e308 True
# expect: 10**400 > float('inf') False
# expect: int(-2.9) -2
# expect: int(1e20) 100000000000000000000
# expect: complex('1e5j') 100000j
# expect: abs(-0.0) 0.0
# expect: abs(3 + 4j) 5.0
# expect: -True -1
# expect: ~True -2
# expect: math.floor(-2.5) -3
