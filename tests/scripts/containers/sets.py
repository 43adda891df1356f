# set and frozenset: order as CPython's, operators, methods, errors.
def error(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)

print({3, 1, 2}, {100, 5, 33, 17}, set(range(10)), set([0, -1, -2, 8, 16, 24]))
s = set()
for i in range(0, 200, 7):
    s.add(i * 31 % 101)
print(s)
for i in range(0, 60, 3):
    s.discard(i)
print(s)
for i in range(1000, 1010):
    s.add(i)
print(s)
while len(s) > 20:
    print(s.pop(), end=' ')
print()
print(s, len(s))
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union([9], (10, 11)), a.intersection([3, 99]), a.difference([1], [2]), a.symmetric_difference([1, 50]))
print(a <= b, a < {1, 2, 3, 4, 5}, a >= {1}, a > a, a == {4, 3, 2, 1}, a != b)
print(a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([7]), a.isdisjoint([1]))
a.update([7, 8], {9})
a |= {20}
a &= set(range(9))
a -= {1}
a ^= {2, 30}
print(a)
a.intersection_update([30, 3, 4])
a.difference_update([3])
a.symmetric_difference_update([4, 5])
print(a)
error(a.remove, 99)
error(set().pop)
error(lambda: {[]})
error(lambda: {1} | [2])
error(lambda: {1} & 5)
error(set, 5)
error(lambda: {1} < [1])
error(lambda: hash(set()))
error(lambda: set(1, 2))
f = frozenset([1, 2, 3])
print(f, frozenset(), set(), f | {9}, {9} | f, type(f | {9}).__name__, type({9} | f).__name__)
print(hash(f) == hash(frozenset([3, 2, 1])), f == {1, 2, 3}, {f: 'x'}[frozenset({1, 2, 3})], f in {f})
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset(range(100))))
error(lambda: f.add(1))
print(f.copy() is f, frozenset(f) is f, set(f) == f)
print({1, 1.0, True}, {0, False}, len({'a', 'b', 'a'}))
print({i for i in range(5) if i % 2}, {*[1, 2], *(3,)})
print(sorted(set('hello')), set('a'), frozenset('a'))
print({2 ** 64, 2 ** 65} == {2 ** 65, 2 ** 64})
copy = set(range(20))
other = copy.copy()
copy.clear()
print(copy, len(other), bool(copy))


class S(set):
    pass


class F(frozenset):
    pass


print(S([1]), F([2]), S(), type(S([1]) | {2}).__name__, S([1]) == {1})
big = set()
for i in range(3000):
    big.add(i * i)
print(len(big), sum(big), 2999 * 2999 in big, -1 in big)
print(list(big)[:20])
t = set(range(100)) - set(range(5, 95))
print(t)
u = set(range(30)) | set(range(100, 130))
u -= set(range(25))
print(u)
print({1, 2, 3} & {2, 3, 4} | {9} - {9})

# --- expected output, as CPython 3.11 prints it
# expect: {1, 2, 3} {33, 100, 5, 17} {0, 1, 2, 3, 4, 5, 6, 7, 8, 9} {0, 8, 16, -2, 24, -1}
# expect: {0, 1, 4, 8, 12, 15, 16, 19, 23, 27, 30, 34, 38, 42, 45, 49, 53, 57, 60, 64, 68, 72, 75, 79, 83, 87, 90, 94, 98}
# expect: {1, 4, 8, 16, 19, 23, 34, 38, 49, 53, 60, 64, 68, 72, 75, 79, 83, 87, 90, 94, 98}
# expect: {1, 4, 8, 16, 19, 23, 34, 38, 49, 53, 60, 64, 68, 72, 75, 79, 83, 87, 90, 94, 98, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009}
# expect: 1 4 8 16 19 23 34 38 49 53 60 
# expect: {64, 68, 72, 75, 79, 83, 87, 90, 94, 98, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009} 20
# expect: {1, 2, 3, 4, 5} {3, 4} {1, 2} {1, 2, 5} {5}
# expect: {1, 2, 3, 4, 9, 10, 11} {3} {3, 4} {2, 3, 4, 50}
# expect: False True True False True True
# expect: True True True False
# expect: {3, 4, 7, 8, 30}
# expect: {5, 30}
# expect: KeyError 99
# expect: KeyError 'pop from an empty set'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unsupported operand type(s) for |: 'set' and 'list'
# expect: TypeError unsupported operand type(s) for &: 'set' and 'int'
# expect: TypeError 'int' object is not iterable
# expect: TypeError '<' not supported between instances of 'set' and 'list'
# expect: TypeError unhashable type: 'set'
# expect: TypeError set expected at most 1 argument, got 2
# expect: frozenset({1, 2, 3}) frozenset() set() frozenset({1, 2, 3, 9}) {9, 2, 3, 1} frozenset set
# expect: True True x True
# expect: 133146708735736 -272375401224217160 4411996150312757951
# expect: AttributeError 'frozenset' object has no attribute 'add'
# expect: True True True
# expect: {1} {0} 2
# expect: {1, 3} {1, 2, 3}
# expect: ['e', 'h', 'l', 'o'] {'a'} frozenset({'a'})
# expect: True
# expect: set() 20 False
# expect: S({1}) F({2}) S() set True
# expect: 3000 8995500500 True False
# expect: [0, 1, 16384, 65536, 4, 147456, 262144, 409600, 589824, 9, 1048576, 4186116, 4202500, 16, 1056784, 1040400, 3129361, 4177936, 4210704, 5414929]
# expect: {0, 1, 2, 3, 4, 96, 97, 98, 99, 95}
# expect: {25, 26, 27, 28, 29, 128, 129, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127}
# expect: {2, 3}
