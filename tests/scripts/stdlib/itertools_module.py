# itertools and operator.
import itertools as it
import operator as op
def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

def gen(n):
    yield from range(n)

c = it.count(5, 2)
print(next(c), next(c), c, it.count(), list(zip('abc', it.count(1))), next(it.count(0.5)))
print(list(it.repeat('x', 3)), list(map(pow, [2, 3], it.repeat(2))), list(it.islice(it.cycle('ab'), 5)))
print(list(it.chain([1], 'ab', gen(2))), list(it.chain.from_iterable([[1, 2], (3,)])), list(it.chain()), list(it.chain.from_iterable(gen(0))))
error(lambda: list(it.chain([1], 5)))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([1, 2, 3], op.mul)), list(it.accumulate([], initial=5)))
print(list(it.islice(range(10), 3)), list(it.islice(range(10), 2, 8, 3)), list(it.islice('abc', 1, None)), list(it.islice(it.count(), 2, 5)))
error(it.islice, [1], -1)
print(list(it.takewhile(lambda x: x < 3, gen(6))), list(it.dropwhile(lambda x: x < 3, gen(6))), list(it.filterfalse(lambda x: x % 2, gen(5))))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.compress('abcd', [1, 0, 1, 0])), list(it.pairwise('abc')))
print(list(it.zip_longest('ab', [1], fillvalue='-')), list(it.product('ab', [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()))
print(list(it.permutations('abc', 2)), list(it.combinations('abcd', 2)), list(it.combinations_with_replacement('ab', 2)), len(list(it.permutations(range(5)))))
print([(k, list(g)) for k, g in it.groupby('aabbbc')], [(k, len(list(g))) for k, g in it.groupby(sorted(range(6), key=lambda x: x % 2), key=lambda x: x % 2)])
a, b = it.tee(gen(4))
print(next(a), list(b), list(a))
print(type(it.count()).__name__, isinstance(it.chain(), it.chain))
print(op.add(1, 2), op.itemgetter(1)('abc'), op.itemgetter(0, 2)('abc'), op.attrgetter('real')(5), op.methodcaller('upper')('a'))
print(sorted([{'n': 2}, {'n': 1}], key=op.itemgetter('n')), op.contains([1], 1), op.mul('a', 2), op.neg(3), op.truth([]), op.itemgetter(1))
total = 0
ch = it.chain.from_iterable(it.repeat([1, 2], 1000))
for x in ch:
    total += x
print(total)

# --- expected output, as CPython 3.11 prints it
# expect: 5 7 count(9, 2) count(0) [('a', 1), ('b', 2), ('c', 3)] 0.5
# expect: ['x', 'x', 'x'] [4, 9] ['a', 'b', 'a', 'b', 'a']
# expect: [1, 'a', 'b', 0, 1] [1, 2, 3] [] []
# expect: TypeError 'int' object is not iterable
# expect: [1, 3, 6] [1, 2, 6] [5]
# expect: [0, 1, 2] [2, 5] ['b', 'c'] [2, 3, 4]
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: [0, 1, 2] [3, 4, 5] [0, 2, 4]
# expect: [8, 9] ['a', 'c'] [('a', 'b'), ('b', 'c')]
# expect: [('a', 1), ('b', '-')] [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [(0, 0), (0, 1), (1, 0), (1, 1)] [()]
# expect: [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [('a', 'a'), ('a', 'b'), ('b', 'b')] 120
# expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c'])] [(0, 3), (1, 3)]
# expect: 0 [0, 1, 2, 3] [1, 2, 3]
# expect: count True
# expect: 3 b ('a', 'c') 5 A
# expect: [{'n': 1}, {'n': 2}] True aa -3 False operator.itemgetter(1)
# expect: 3000
