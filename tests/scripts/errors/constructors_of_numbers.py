calls = [
    "int('x')", "int('')", "int('1.5')", 'int([])', "int('10', 1)", "int('10', 37)", 'int(10, 2)', "int('z', 36)",
    "int('8', 8)", 'int(None)', "int(float('nan'))", "int(float('inf'))", "int('1__0')", "int('_1')", "int(' 12 ')",
    "int('0x1f', 16)", "int('0x1f', 0)", "int('010', 0)", 'int(base=5)', "int('1', 2, 3)", 'int(x=1)', "int(b'12')",
    "int(b'q')", "int('١٢')", "int('1' * 5000)", "float('x')", "float('')", 'float([])', "float('1_0.5')",
    "float('1e')", "float('infinity')", "float('-nan')", 'float(1, 2)', 'float(x=1)', 'float(10**400)',
    "float(b'1.5')", "float('  2.5\\n')", "float('0x1')",
]
for c in calls:
    try:
        print(c, "ok", repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: int('x') -> ValueError: invalid literal for int() with base 10: 'x'
# expect: int('') -> ValueError: invalid literal for int() with base 10: ''
# expect: int('1.5') -> ValueError: invalid literal for int() with base 10: '1.5'
# expect: int([]) -> TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: int('10', 1) -> ValueError: int() base must be >= 2 and <= 36, or 0
# expect: int('10', 37) -> ValueError: int() base must be >= 2 and <= 36, or 0
# expect: int(10, 2) -> TypeError: int() can't convert non-string with explicit base
# expect: int('z', 36) ok 35
# expect: int('8', 8) -> ValueError: invalid literal for int() with base 8: '8'
# expect: int(None) -> TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: int(float('nan')) -> ValueError: cannot convert float NaN to integer
# expect: int(float('inf')) -> OverflowError: cannot convert float infinity to integer
# expect: int('1__0') -> ValueError: invalid literal for int() with base 10: '1__0'
# expect: int('_1') -> ValueError: invalid literal for int() with base 10: '_1'
# expect: int(' 12 ') ok 12
# expect: int('0x1f', 16) ok 31
# expect: int('0x1f', 0) ok 31
# expect: int('010', 0) -> ValueError: invalid literal for int() with base 0: '010'
# expect: int(base=5) -> TypeError: int() missing string argument
# expect: int('1', 2, 3) -> TypeError: int() takes at most 2 arguments (3 given)
# expect: int(x=1) -> TypeError: 'x' is an invalid keyword argument for int()
# expect: int(b'12') ok 12
# expect: int(b'q') -> ValueError: invalid literal for int() with base 10: b'q'
# expect: int('١٢') ok 12
# expect: int('1' * 5000) -> ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: float('x') -> ValueError: could not convert string to float: 'x'
# expect: float('') -> ValueError: could not convert string to float: ''
# expect: float([]) -> TypeError: float() argument must be a string or a real number, not 'list'
# expect: float('1_0.5') ok 10.5
# expect: float('1e') -> ValueError: could not convert string to float: '1e'
# expect: float('infinity') ok inf
# expect: float('-nan') ok nan
# expect: float(1, 2) -> TypeError: float expected at most 1 argument, got 2
# expect: float(x=1) -> TypeError: float() takes no keyword arguments
# expect: float(10**400) -> OverflowError: int too large to convert to float
# expect: float(b'1.5') ok 1.5
# expect: float('  2.5\n') ok 2.5
# expect: float('0x1') -> ValueError: could not convert string to float: '0x1'
