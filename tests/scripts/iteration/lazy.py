# enumerate, zip, map, filter over native iterables, generators and user iterators.
def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except BaseException as e:
        print(type(e).__name__, e)

def gen(n):
    for i in range(n):
        yield i

class It:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return iter(range(self.n))

class Own:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n

print(list(enumerate('ab')), list(enumerate([5], 10)), list(enumerate(gen(2), start=1)), list(enumerate(It(2))), list(enumerate(Own(2))))
print(list(zip([1, 2], 'ab')), list(zip(gen(3), [1, 2])), list(zip()), list(zip([1])), list(zip(It(2), Own(5), gen(9))))
print(list(map(str, [1, 2])), list(map(lambda x: x * 2, gen(3))), list(map(pow, [2, 3], [3, 2])), list(map(lambda a, b: (a, b), gen(5), It(2))))
print(list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x % 2, gen(6))), list(filter(str.isdigit, 'a1b2')), list(filter(lambda x: [x], It(2))))
print(type(enumerate([])).__name__, type(zip()).__name__, type(map(int, [])).__name__, type(filter(None, [])).__name__)
print(isinstance(zip(), zip), isinstance(map(int, ()), map), iter(zip()).__next__ is not None)
z = zip([1, 2, 3], gen(2))
print(next(z), next(z), next(z, 'end'), next(z, 'end'))
m = map(int, ['1', 'x', '3'])
print(next(m))
error(next, m)
print(next(m))
error(next, m)
error(lambda: list(zip([1], [1, 2], strict=True)))
error(lambda: list(zip([1, 2], [1], strict=True)))
error(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
error(lambda: list(zip(gen(2), gen(3), strict=True)))
error(lambda: list(zip(gen(2), [1, 2], strict=True)))
error(zip, 5)
error(map, int)
error(map, int, 5)
error(filter, None, 5)
error(enumerate, 5)
error(enumerate)
error(lambda: list(map(lambda x: x.nope, [1])))
for i, (a, b) in enumerate(zip('xy', gen(2))):
    print(i, a, b)
print(dict(zip('ab', map(ord, 'ab'))), dict(enumerate('xy')), list(enumerate(zip('a', 'b'))))
print(sum(map(len, ['a', 'bb'])), max(map(abs, [-3, 2])), sorted(filter(None, [3, 0, 1])), ''.join(map(str, range(4))), set(map(lambda x: x % 2, range(5))))
print(list(map(lambda p: p[0] + p[1], zip(gen(3), gen(3)))), list(filter(lambda x: x > 1, map(lambda x: x + 1, filter(lambda x: x % 2 == 0, gen(7))))))

class Falsy:
    def __bool__(self):
        return False

class Truthy:
    def __bool__(self):
        return True
    def __repr__(self):
        return 'Truthy'

print(list(filter(None, [Falsy(), Truthy()])), list(filter(lambda x: x, [Truthy(), Falsy()])), any([Falsy(), Truthy()]), all([Truthy(), Falsy()]))
print(list(enumerate(['a', 'b'], 2 ** 48 - 1)))
a, b = zip(*[(1, 2), (3, 4)])
print(a, b)
def outer():
    yield from map(str, gen(2))
    yield from zip('ab', gen(2))
print(list(outer()))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)))
squares = map(lambda x: x * x, range(10 ** 12))
print(next(squares), next(squares), next(squares))
def stop(x):
    if x > 2:
        raise StopIteration
    return x
print(list(map(stop, [1, 2, 3, 4])))

# --- expected output, as CPython 3.11 prints it
# expect: [(0, 'a'), (1, 'b')] [(10, 5)] [(1, 0), (2, 1)] [(0, 0), (1, 1)] [(0, 1), (1, 0)]
# expect: [(1, 'a'), (2, 'b')] [(0, 1), (1, 2)] [] [(1,)] [(0, 4, 0), (1, 3, 1)]
# expect: ['1', '2'] [0, 2, 4] [8, 9] [(0, 0), (1, 1)]
# expect: [1, 'a'] [1, 3, 5] ['1', '2'] [0, 1]
# expect: enumerate zip map filter
# expect: True True True
# expect: (1, 0) (2, 1) end end
# expect: 1
# expect: ValueError invalid literal for int() with base 10: 'x'
# expect: 3
# expect: StopIteration 
# expect: ValueError zip() argument 2 is longer than argument 1
# expect: ValueError zip() argument 2 is shorter than argument 1
# expect: ValueError zip() argument 3 is shorter than arguments 1-2
# expect: ValueError zip() argument 2 is longer than argument 1
# expect: [(0, 1), (1, 2)]
# expect: TypeError 'int' object is not iterable
# expect: TypeError map() must have at least two arguments.
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError enumerate() missing required argument 'iterable'
# expect: AttributeError 'int' object has no attribute 'nope'
# expect: 0 x 0
# expect: 1 y 1
# expect: {'a': 97, 'b': 98} {0: 'x', 1: 'y'} [(0, ('a', 'b'))]
# expect: 3 3 [1, 3] 0123 {0, 1}
# expect: [0, 2, 4] [3, 5, 7]
# expect: [Truthy] [Truthy] True False
# expect: [(281474976710655, 'a'), (281474976710656, 'b')]
# expect: (1, 3) (2, 4)
# expect: ['0', '1', ('a', 0), ('b', 1)]
# expect: [(1, 2), (3, 4)]
# expect: 0 1 4
# expect: [1, 2]
