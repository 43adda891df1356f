for t in ["0", "-0", "+5", " 42\n", "1_000", "٣", "0b101", "0o17", "0xFF", "1e3", "1.0", "", " ", "-", "+-1", "1_", "_1", "1__2", "0_1", "00", "007", "1 2", "\x00", "5\x00", "½", "²", "१२", "0x", "0b2", "9" * 30, "True", "None", "1L", "1j", "\u20034\u2003", "−5"]:
    row = []
    for base in (10, 0, 16, 2, 36):
        try: row.append(int(t, base))
        except ValueError as e: row.append(str(e) if base == 10 else "E")
    print(ascii(t), row)
for v in [1.9, -1.9, 1e20, True, b"12", bytearray(b"0x1f"), "12"]:
    try: print(repr(v), int(v))
    except ValueError as e: print(repr(v), "->", e)
class T:
    pass
class X:
    def __index__(self): return 9
class Y:
    def __int__(self): return 3
    def __float__(self): return 2.5
for c in (T, X, Y):
    for f in (int, float, complex, hex, round, lambda v: [0] * 10 and list(range(20))[v], lambda v: "%d" % v, lambda v: "%f" % v, lambda v: f"{v:d}"):
        try: print(c.__name__, f(c()))
        except Exception as e: print(c.__name__, type(e).__name__, e)
class BadInt:
    def __int__(self): return "x"
    def __float__(self): return "y"
    def __index__(self): return 1.5
for f in (int, float, hex, lambda v: [1][v], lambda v: range(v), lambda v: "a" * v):
    try: print(f(BadInt()))
    except Exception as e: print(type(e).__name__, e)

# expect: '0' [0, 0, 0, 0, 0]
# expect: '-0' [0, 0, 0, 0, 0]
# expect: '+5' [5, 5, 5, 'E', 5]
# expect: ' 42\n' [42, 42, 66, 'E', 146]
# expect: '1_000' [1000, 1000, 4096, 8, 46656]
# expect: '\u0663' [3, 3, 3, 'E', 3]
# expect: '0b101' ["invalid literal for int() with base 10: '0b101'", 5, 45313, 5, 514513]
# expect: '0o17' ["invalid literal for int() with base 10: '0o17'", 15, 'E', 'E', 31147]
# expect: '0xFF' ["invalid literal for int() with base 10: '0xFF'", 255, 255, 'E', 43323]
# expect: '1e3' ["invalid literal for int() with base 10: '1e3'", 'E', 483, 'E', 1803]
# expect: '1.0' ["invalid literal for int() with base 10: '1.0'", 'E', 'E', 'E', 'E']
# expect: '' ["invalid literal for int() with base 10: ''", 'E', 'E', 'E', 'E']
# expect: ' ' ["invalid literal for int() with base 10: ' '", 'E', 'E', 'E', 'E']
# expect: '-' ["invalid literal for int() with base 10: '-'", 'E', 'E', 'E', 'E']
# expect: '+-1' ["invalid literal for int() with base 10: '+-1'", 'E', 'E', 'E', 'E']
# expect: '1_' ["invalid literal for int() with base 10: '1_'", 'E', 'E', 'E', 'E']
# expect: '_1' ["invalid literal for int() with base 10: '_1'", 'E', 'E', 'E', 'E']
# expect: '1__2' ["invalid literal for int() with base 10: '1__2'", 'E', 'E', 'E', 'E']
# expect: '0_1' [1, 'E', 1, 1, 1]
# expect: '00' [0, 0, 0, 0, 0]
# expect: '007' [7, 'E', 7, 'E', 7]
# expect: '1 2' ["invalid literal for int() with base 10: '1 2'", 'E', 'E', 'E', 'E']
# expect: '\x00' ["invalid literal for int() with base 10: '\\x00'", 'E', 'E', 'E', 'E']
# expect: '5\x00' ["invalid literal for int() with base 10: '5\\x00'", 'E', 'E', 'E', 'E']
# expect: '\xbd' ["invalid literal for int() with base 10: '½'", 'E', 'E', 'E', 'E']
# expect: '\xb2' ["invalid literal for int() with base 10: '²'", 'E', 'E', 'E', 'E']
# expect: '\u0967\u0968' [12, 12, 18, 'E', 38]
# expect: '0x' ["invalid literal for int() with base 10: '0x'", 'E', 'E', 'E', 33]
# expect: '0b2' ["invalid literal for int() with base 10: '0b2'", 'E', 178, 'E', 398]
# expect: '999999999999999999999999999999' [999999999999999999999999999999, 999999999999999999999999999999, 797536797470949523742284236168206745, 'E', 12567517195034380497254422013256326708312790045]
# expect: 'True' ["invalid literal for int() with base 10: 'True'", 'E', 'E', 'E', 1389110]
# expect: 'None' ["invalid literal for int() with base 10: 'None'", 'E', 'E', 'E', 1105034]
# expect: '1L' ["invalid literal for int() with base 10: '1L'", 'E', 'E', 'E', 57]
# expect: '1j' ["invalid literal for int() with base 10: '1j'", 'E', 'E', 'E', 55]
# expect: '\u20034\u2003' [4, 4, 4, 'E', 4]
# expect: '\u22125' ["invalid literal for int() with base 10: '−5'", 'E', 'E', 'E', 'E']
# expect: 1.9 1
# expect: -1.9 -1
# expect: 1e+20 100000000000000000000
# expect: True 1
# expect: b'12' 12
# expect: bytearray(b'0x1f') -> invalid literal for int() with base 10: b'0x1f'
# expect: '12' 12
# expect: T TypeError int() argument must be a string, a bytes-like object or a real number, not 'T'
# expect: T TypeError float() argument must be a string or a real number, not 'T'
# expect: T TypeError complex() first argument must be a string or a number, not 'T'
# expect: T TypeError 'T' object cannot be interpreted as an integer
# expect: T TypeError type T doesn't define __round__ method
# expect: T TypeError list indices must be integers or slices, not T
# expect: T TypeError %d format: a real number is required, not T
# expect: T TypeError must be real number, not T
# expect: T TypeError unsupported format string passed to T.__format__
# expect: X 9
# expect: X 9.0
# expect: X (9+0j)
# expect: X 0x9
# expect: X TypeError type X doesn't define __round__ method
# expect: X 9
# expect: X 9
# expect: X 9.000000
# expect: X TypeError unsupported format string passed to X.__format__
# expect: Y 3
# expect: Y 2.5
# expect: Y (2.5+0j)
# expect: Y TypeError 'Y' object cannot be interpreted as an integer
# expect: Y TypeError type Y doesn't define __round__ method
# expect: Y TypeError list indices must be integers or slices, not Y
# expect: Y 3
# expect: Y 2.500000
# expect: Y TypeError unsupported format string passed to Y.__format__
# expect: TypeError __int__ returned non-int (type str)
# expect: TypeError BadInt.__float__ returned non-float (type str)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
# expect: TypeError __index__ returned non-int (type float)
