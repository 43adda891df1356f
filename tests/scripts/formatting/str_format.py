class P:
    x, y = 1, [10, 20]
    def __getitem__(self, k): return f"item {k!r}"
p = P()
print("{} {} {}".format(1, "a", None), "{0} {1} {0}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{0.x} {0.y[1]} {0[key]} {0[5]} {p.y}".format(p, p=p))
print("{:>5}|{:<5}|{:^5}|{:05d}|{!r}|{!s:>4}|{!a}".format(1, 2, 3, 4, "q", "s", "é"), "{:{}} {:{w}.{p}f}".format(5, 4, 2.5, w=8, p=2), "{{}} {{{}}}".format(1), "{0:{1}{2}}".format("a", ">", 5), "{0[0]}{0[1]}".format("ab"), "{[0]} {.real}".format([9], 5))
print("{a[b][c]}".format(a={"b": {"c": "deep"}}), "{0[-1]}".format({"-1": "neg key"}), "{:,} {:.2%} {:e}".format(10**9, 0.256, 12345.678), "{:%}".format(1), "{0!r:>6}".format("a"), "{:}".format(3), "{:s}".format("x"), "{0:}".format(1), "{x.y.z}".format(x=type("X", (), {"y": type("Y", (), {"z": 4})})))
tests = ["'{}'.format()", "'{} {}'.format(1)", "'{0} {}'.format(1, 2)", "'{} {0}'.format(1, 2)", "'{2}'.format(1)", "'{a}'.format()", "'{'.format(1)", "'}'.format(1)", "'{!x}'.format(1)", "'{!}'.format(1)", "'{0'.format(1)", "'{0!r'.format(1)", "'{0!rx}'.format(1)", "'{:{}}'.format(1)", "'{0.}'.format(1)", "'{0[}'.format(1)", "'{0[]}'.format([1])", "'{0[a]}'.format([1])", "'{0.foo}'.format(1)", "'{0[5]}'.format([1])", "'{a.b}'.format(a=1)", "'{:d}'.format('x')", "'{:5'.format(1)", "'{:{:{}}}'.format(1, 2, 3)", "'{0]}'.format(1)", "'{a b}'.format(**{'a b': 1})", "'{}}'.format(1)", "'{-1}'.format(1)", "'{ 0 }'.format(1)", "'{0[0]x}'.format([1])", "'{99999999999999999999}'.format(1)", "'{}'.format_map(5)", "'{a}'.format_map({})", "'{a}'.format_map({'a': 1})", "'{0}'.format_map([7])", "'{}'.format(*[], **{})", "'{!r:>{w}}'.format('a', w=5)", "'{:>{}}{}'.format('a', 3, 'b')"]
for t in tests:
    try: print(t, repr(eval(t)))
    except Exception as e: print(t, "->", type(e).__name__, e)
class D(dict):
    def __missing__(self, k): return f"<{k}>"
print("{x} {y}".format_map(D(x=1)))

# expect: 1 a None a b a 1 2 1 20 item 'key' item 5 [10, 20]
# expect:     1|2    |  3  |00004|'q'|   s|'\xe9'    5     2.50 {} {1}     a ab 9 5
# expect: deep neg key 1,000,000,000 25.60% 1.234568e+04 100.000000%    'a' 3 x 1 4
# expect: '{}'.format() -> IndexError Replacement index 0 out of range for positional args tuple
# expect: '{} {}'.format(1) -> IndexError Replacement index 1 out of range for positional args tuple
# expect: '{0} {}'.format(1, 2) -> ValueError cannot switch from manual field specification to automatic field numbering
# expect: '{} {0}'.format(1, 2) -> ValueError cannot switch from automatic field numbering to manual field specification
# expect: '{2}'.format(1) -> IndexError Replacement index 2 out of range for positional args tuple
# expect: '{a}'.format() -> KeyError 'a'
# expect: '{'.format(1) -> ValueError Single '{' encountered in format string
# expect: '}'.format(1) -> ValueError Single '}' encountered in format string
# expect: '{!x}'.format(1) -> ValueError Unknown conversion specifier x
# expect: '{!}'.format(1) -> ValueError unmatched '{' in format spec
# expect: '{0'.format(1) -> ValueError expected '}' before end of string
# expect: '{0!r'.format(1) -> ValueError unmatched '{' in format spec
# expect: '{0!rx}'.format(1) -> ValueError expected ':' after conversion specifier
# expect: '{:{}}'.format(1) -> IndexError Replacement index 1 out of range for positional args tuple
# expect: '{0.}'.format(1) -> ValueError Empty attribute in format string
# expect: '{0[}'.format(1) -> ValueError expected '}' before end of string
# expect: '{0[]}'.format([1]) -> ValueError Empty attribute in format string
# expect: '{0[a]}'.format([1]) -> TypeError list indices must be integers or slices, not str
# expect: '{0.foo}'.format(1) -> AttributeError 'int' object has no attribute 'foo'
# expect: '{0[5]}'.format([1]) -> IndexError list index out of range
# expect: '{a.b}'.format(a=1) -> AttributeError 'int' object has no attribute 'b'
# expect: '{:d}'.format('x') -> ValueError Unknown format code 'd' for object of type 'str'
# expect: '{:5'.format(1) -> ValueError unmatched '{' in format spec
# expect: '{:{:{}}}'.format(1, 2, 3) -> ValueError Max string recursion exceeded
# expect: '{0]}'.format(1) -> KeyError '0]'
# expect: '{a b}'.format(**{'a b': 1}) '1'
# expect: '{}}'.format(1) -> ValueError Single '}' encountered in format string
# expect: '{-1}'.format(1) -> KeyError '-1'
# expect: '{ 0 }'.format(1) -> KeyError ' 0 '
# expect: '{0[0]x}'.format([1]) -> ValueError Only '.' or '[' may follow ']' in format field specifier
# expect: '{99999999999999999999}'.format(1) -> ValueError Too many decimal digits in format string
# expect: '{}'.format_map(5) -> ValueError Format string contains positional fields
# expect: '{a}'.format_map({}) -> KeyError 'a'
# expect: '{a}'.format_map({'a': 1}) '1'
# expect: '{0}'.format_map([7]) -> ValueError Format string contains positional fields
# expect: '{}'.format(*[], **{}) -> IndexError Replacement index 0 out of range for positional args tuple
# expect: '{!r:>{w}}'.format('a', w=5) "  'a'"
# expect: '{:>{}}{}'.format('a', 3, 'b') '  ab'
# expect: 1 <y>
