# print: separators, ends, files, conversions.
import sys
print()
print('a', 1, None, 2.5, [1], (), {})
print('a', 'b', sep='-', end='!\n')
print('a', 'b', sep='', end='')
print()
print(1, 2, sep=None, end=None)
print(*range(5), sep=', ')
print('', '', sep='x')
print(end='')
print('é', '日本', '\U0001f600')
try:
    print(1, sep=5)
except TypeError as e:
    print(e)
try:
    print(1, end=5)
except TypeError as e:
    print(e)
try:
    print(1, foo=5)
except TypeError as e:
    print(e)


class S:
    def __str__(self):
        return 'S!'


class Bad:
    def __str__(self):
        raise ValueError('no text')


print(S(), [1, S], S(), sep='|') if False else print(S(), S(), sep='|')
try:
    print(Bad())
except ValueError as e:
    print('ValueError', e)


class W:
    def __init__(self):
        self.parts = []
    def write(self, s):
        self.parts.append(s)
    def flush(self):
        self.parts.append('flushed')


w = W()
print('a', 1, file=w)
print('b', S(), sep='+', end='.', file=w, flush=True)
print(w.parts)
print('to stdout', file=sys.stdout, flush=True)
saved = sys.stdout
sys.stdout = w
print('hidden')
sys.stdout = saved
print(w.parts[-2:])
out = print('x')
print(out)
print(True, False, ..., NotImplemented, 1j, b'b', 10 ** 20, -0.0, float('inf'), 1e16, 123456789.123)

# --- expected output, as CPython 3.11 prints it
# expect:
# expect: a 1 None 2.5 [1] () {}
# expect: a-b!
# expect: ab
# expect: 1 2
# expect: 0, 1, 2, 3, 4
# expect: x
# expect: é 日本 😀
# expect: sep must be None or a string, not int
# expect: end must be None or a string, not int
# expect: 'foo' is an invalid keyword argument for print()
# expect: S!|S!
# expect: ValueError no text
# expect: ['a', ' ', '1', '\n', 'b', '+', 'S!', '.', 'flushed']
# expect: to stdout
# expect: ['hidden', '\n']
# expect: x
# expect: None
# expect: True False Ellipsis NotImplemented 1j b'b' 100000000000000000000 -0.0 inf 1e+16 123456789.123
