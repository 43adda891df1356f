# functools.
import functools
from functools import cached_property, cache, lru_cache, partial, reduce, singledispatch, total_ordering, wraps
def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7), reduce(max, iter([3, 9, 2])))
error(reduce, lambda a, b: a, [])
add = partial(lambda a, b, c=0: (a, b, c), 1)
print(add(2), add(2, c=3), partial(add, 5)(c=9), partial(int, base=2)('101'))
error(partial)
error(partial, 5)


def deco(f):
    @wraps(f)
    def inner(*args):
        """inner"""
        return ('wrapped', f(*args))
    return inner


@deco
def documented(x):
    """the doc"""
    return x


print(documented(1), documented.__name__, documented.__doc__, documented.__wrapped__(2))

calls = []


@lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print(square(2), square(2), square(3), square(4), square(2), calls)
print(square.cache_info())
square.cache_clear()
print(square.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().currsize)
error(square, [])


@lru_cache
def plain(a, b=1):
    return (a, b)


print(plain(1), plain(1, b=2), plain.cache_info())


@total_ordering
class V:
    def __init__(self, n):
        self.n = n
    def __eq__(self, o):
        return self.n == o.n
    def __lt__(self, o):
        return self.n < o.n


print(V(1) <= V(1), V(2) > V(1), V(2) >= V(3), V(1) < V(2))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


class C:
    @cached_property
    def value(self):
        print('computing')
        return 42


c = C()
print(c.value, c.value)


@singledispatch
def show(x):
    return 'object'


@show.register
def _(x: int):
    return 'int'


@show.register(list)
def _(x):
    return 'list'


print(show(1), show([]), show('s'), show(True))

# --- expected output, as CPython 3.11 prints it
# expect: 6 7 9
# expect: TypeError reduce() of empty iterable with no initial value
# expect: (1, 2, 0) (1, 2, 3) (1, 5, 9) 5
# expect: TypeError type 'partial' takes at least one argument
# expect: TypeError the first argument must be callable
# expect: ('wrapped', 1) documented the doc 2
# expect: 4 4 9 16 4 [2, 3, 4, 2]
# expect: CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
# expect: 23416728348467685 81
# expect: TypeError unhashable type: 'list'
# expect: (1, 1) (1, 2) CacheInfo(hits=0, misses=2, maxsize=128, currsize=2)
# expect: True True False True
# expect: [3, 2, 1]
# expect: computing
# expect: 42 42
# expect: int list object int
