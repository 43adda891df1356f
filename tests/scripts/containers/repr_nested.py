# repr and str of containers: nesting, recursion, user classes inside.
class R:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return f'<R {self.n}>'


class S:
    def __str__(self):
        return 'str of S'


class Bad:
    def __repr__(self):
        return 5


print([R(1), (R(2),), {R(3): [R(4)]}, {R(5)}])
print(str([R(1)]), repr((R(1), 'a')), f'{[R(1)]}', '%s' % [R(2)])
print(str(S()), repr(S()).startswith('<__main__.S object at 0x'))
try:
    print([Bad()])
except TypeError as e:
    print(e)
a = [1]
a.append({'a': a, 'b': (a, R(9))})
print(a)
d = {}
d[1] = [d, R(0)]
print(d)
t = ([],)
t[0].append(t)
print(t)
print(['it\'s', "say \"x\"", 'line\n', b'\x00', 1.0, 1e100, True, None, ..., 2 ** 70, 1j, range(3), slice(1)])
print({'a': {'b': {'c': [1, (2,), {3}]}}})
deep = []
for i in range(50):
    deep = [deep]
print(deep)
deep = []
for i in range(500):
    deep = [deep]
print(len(repr(deep)), deep == deep, str(deep).count('['))
for i in range(100000):
    deep = [deep]
for f in (repr, str, lambda x: x == [x], hash):
    try:
        f(deep)
        print('no error')
    except RecursionError as e:
        print('RecursionError')
    except TypeError as e:
        print('TypeError', e)
other = []
for i in range(100000):
    other = [other]
try:
    deep == other
    print('no error')
except RecursionError:
    print('RecursionError')
print(ascii(['é', '日本', '\U0001f600', R(1)]), ascii('plain'))

# --- expected output, as CPython 3.11 prints it
# expect: [<R 1>, (<R 2>,), {<R 3>: [<R 4>]}, {<R 5>}]
# expect: [<R 1>] (<R 1>, 'a') [<R 1>] [<R 2>]
# expect: str of S True
# expect: __repr__ returned non-string (type int)
# expect: [1, {'a': [...], 'b': ([...], <R 9>)}]
# expect: {1: [{...}, <R 0>]}
# expect: ([(...)],)
# expect: ["it's", 'say "x"', 'line\n', b'\x00', 1.0, 1e+100, True, None, Ellipsis, 1180591620717411303424, 1j, range(0, 3), slice(None, 1, None)]
# expect: {'a': {'b': {'c': [1, (2,), {3}]}}}
# expect: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
# expect: 1002 True 501
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: TypeError unhashable type: 'list'
# expect: RecursionError
# expect: ['\xe9', '\u65e5\u672c', '\U0001f600', <R 1>] 'plain'
