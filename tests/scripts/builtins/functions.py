# Built-in functions: results and errors.
def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(len([1]), len('abc'), len({1: 2}), len(()), len(range(5)), len(b'xy'), len({1, 2}))
print(abs(-5), abs(2.5), abs(-2 ** 70), abs(3 + 4j), abs(True))
error(abs, 'a')
print(min(3, 1, 2), max(3, 1, 2), min([3, 1]), max('hello'), min({5: 1, 2: 2}), max([1, 2.5]), min('b', 'a'))
print(min([], default=5), max((), default=None), max([1, -5, 3], key=abs), min('bb', 'a', key=len), max([], key=len, default=0))
error(min, [])
error(max)
error(max, 1, 2, default=3)
error(min, 5)
error(max, 1, 'a')
error(min, [1], foo=1)
print(max((x for x in (1, 5, 2))), min(iter([4, 2, 8])), max([1, 1.0, True]), min([1.0, 1]))
print(sum([1, 2, 3]), sum((0.5, 0.25)), sum([], 5), sum([[1], [2]], []), sum(range(101)), sum(x * x for x in range(4)), sum([1, 2], start=10))
error(sum, ['a', 'b'])
error(sum, ['a'], '')
error(sum, 5)
error(sum, [1, 'a'])
print(sum([2 ** 62, 2 ** 62, 2 ** 62]), sum([True, True]), sum([1, 0.5, 2 ** 70]))
print(any([0, '', 3]), any([]), all([1, 'a']), all([]), all([1, 0]), any(x > 3 for x in range(5)), all(x < 3 for x in range(5)))
error(any, 5)
print(chr(65), chr(8364), chr(0x1F600), ord('a'), ord('€'), ord(b'x'))
error(chr, -1)
error(chr, 0x110000)
error(chr, 'a')
error(ord, 'ab')
error(ord, 5)
error(ord, '')
print(hex(255), hex(-255), oct(8), bin(5), bin(-5), hex(2 ** 70), oct(0), hex(True))
error(hex, 1.5)
error(bin, 'a')
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(5), round(0.5), round(1.25, 1), type(round(2.0)).__name__, round(2.0, 0))
error(round, 'a')
print(pow(2, 10), pow(2, -1), pow(2.0, 3), pow(3, 4, 5), pow(3, -1, 7), pow(2, 100, 1000007), pow(5, 2, -3))
error(pow, 2, 3, 0)
error(pow, 'a', 2)
error(pow, 2, 'a')
error(pow, 2.0, 3, 5)
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(2 ** 70, 3))
error(divmod, 1, 0)
error(divmod, 'a', 1)
print(hash(1) == hash(1.0) == hash(True), hash('a') == hash('a'), hash(2 ** 61 - 1), hash(-1), hash(0.5), hash(None) == hash(None))
print(callable(len), callable(5), callable(int), callable(lambda: 0), callable('a'), callable([].append))
print(repr('a\n'), repr([1]), ascii('é'), format(3.14159, '.2f'), format(255, 'x'), format('a'), format('a', '>5'))
error(format, 'a', 5)
x = object()
print(id(x) == id(x), id(x) == id(object()), id(5) == id(5), type(id('a')).__name__)
print(isinstance(5, int), repr(len), repr(print).startswith('<built-in function print'))


class N:
    def __abs__(self):
        return 'abs'
    def __round__(self, n=None):
        return ('round', n)
    def __divmod__(self, o):
        return ('divmod', o)
    def __rdivmod__(self, o):
        return ('rdivmod', o)
    def __index__(self):
        return 17
    def __pow__(self, o, m=None):
        return ('pow', o, m)
    def __len__(self):
        return 3
    def __hash__(self):
        return 2 ** 64
    def __radd__(self, o):
        return ('radd', o)
    def __call__(self):
        return 1


n = N()
print(abs(n), round(n), round(n, 2), divmod(n, 5), divmod(5, n), hex(n), bin(n), pow(n, 2), pow(n, 2, 3), len(n), hash(n), callable(n))
print(sum([n]), list(range(N())), [0] * 2)
error(len)
error(len, 1, 2)
error(abs)
error(sorted)
error(hash, [])
error(hash, {})

# --- expected output, as CPython 3.11 prints it
# expect: 1 3 1 0 5 2 2
# expect: 5 2.5 1180591620717411303424 5.0 1
# expect: TypeError bad operand type for abs(): 'str'
# expect: 1 3 1 o 2 2.5 a
# expect: 5 None -5 a 0
# expect: ValueError min() arg is an empty sequence
# expect: TypeError max expected at least 1 argument, got 0
# expect: TypeError Cannot specify a default for max() with multiple positional arguments
# expect: TypeError 'int' object is not iterable
# expect: TypeError '>' not supported between instances of 'str' and 'int'
# expect: TypeError 'foo' is an invalid keyword argument for min()
# expect: 5 2 1 1.0
# expect: 6 0.75 5 [1, 2] 5050 14 13
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: TypeError 'int' object is not iterable
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: 13835058055282163712 2 1.1805916207174113e+21
# expect: True False True True False True False
# expect: TypeError 'int' object is not iterable
# expect: A € 😀 97 8364 120
# expect: ValueError chr() arg not in range(0x110000)
# expect: ValueError chr() arg not in range(0x110000)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: TypeError ord() expected string of length 1, but int found
# expect: TypeError ord() expected a character, but string of length 0 found
# expect: 0xff -0xff 0o10 0b101 -0b101 0x400000000000000000 0o0 0x1
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: 2 4 -2 2.67 1200 5 0 1.2 int 2.0
# expect: TypeError type str doesn't define __round__ method
# expect: 1024 0.5 8.0 1 5 698635 -2
# expect: ValueError pow() 3rd argument cannot be 0
# expect: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: TypeError unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: (2, 1) (-3, 2) (3.0, 1.5) (393530540239137101141, 1)
# expect: ZeroDivisionError integer division or modulo by zero
# expect: TypeError unsupported operand type(s) for divmod(): 'str' and 'int'
# expect: True True 0 -2 1152921504606846976 True
# expect: True False True True False True
# expect: 'a\n' [1] '\xe9' 3.14 ff a     a
# expect: TypeError format() argument 2 must be str, not int
# expect: True False True int
# expect: True <built-in function len> True
# expect: abs ('round', None) ('round', 2) ('divmod', 5) ('rdivmod', 5) 0x11 0b10001 ('pow', 2, None) ('pow', 2, 3) 3 8 True
# expect: ('radd', 0) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] [0, 0]
# expect: TypeError len() takes exactly one argument (0 given)
# expect: TypeError len() takes exactly one argument (2 given)
# expect: TypeError abs() takes exactly one argument (0 given)
# expect: TypeError sorted expected 1 argument, got 0
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
