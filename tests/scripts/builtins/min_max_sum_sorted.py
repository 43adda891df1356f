print(max(1, 2), max([1, 3, 2]), min("b", "a"), max("abc"), max([], default="d"), min({3: 1, 2: 5}), max([1, 1.0, True]), min([True, 1, 1.0]), max("a", "bb", key=len), min(["bb", "a"], key=len), max([(1, "a"), (1, "b")]), max(3, 2.5), min(-0.0, 0.0))
print(sum([]), sum([1, 2.5]), sum([[1], [2]], []), sum((1, 2), start=10), sum([True, True]), sum([1j, 2]), sum([0.1] * 10), sum(range(5), 0.5), sum([10**20, 1]), sum([(1,), (2,)], ()), sum(x for x in range(4)))
print(sorted("bca"), sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted({"b": 1, "a": 2}), sorted([1, True, 0, False]), sorted([2.5, 1, 3]), sorted([[2], [1, 5], [1]]))
print(sorted([("a", 2), ("b", 1), ("c", 2), ("d", 1)], key=lambda p: p[1]), sorted([("a", 2), ("b", 1), ("c", 2), ("d", 1)], key=lambda p: p[1], reverse=True))
class P:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f"P{self.n}"
print(sorted([P(3), P(1), P(2)]), max([P(1), P(5)]) if False else min([P(3), P(1)]), [P(1), P(0)].sort())
print(all([]), any([]), all([1, 0]), any([0, "a"]), abs(-5), abs(True), round(2.567, 1), pow(2, 10), pow(2, 10, 7), pow(2, -1), divmod(7, -2), divmod(-7.5, 2), bin(-10), hex(255), oct(8), chr(8364), ord("€"), bool([]), callable(len), callable(5), repr("a"), ascii("é"))
l = [3, 1, 2]
def spoil(x):
    l.append(9); return x
try: l.sort(key=spoil)
except ValueError as e: print(e)
for src in ["max()", "max(5)", "max([])", "max(1, 'a')", "max([1, None])", "min(1, 2, default=0)", "max([1], key=5)", "max(1, 2, foo=3)", "sum('ab')", "sum([[1]])", "sum([1], 'a')", "sum([1, 'a'])", "sum(5)", "sorted([1, None])", "sorted([1j, 2])", "sorted(5)", "sorted([1], key=len)", "sorted([{}, {}])", "[1, 'a', 2].sort()", "max({}, {})", "max(x for x in [])", "min([], key=len)", "max([], default=None)", "max(None, 1)", "sorted([1, 2], reverse='yes')", "sorted([2, 1], reverse=None)", "any(5)", "all(None)", "sum([], [])", "max('a', b'a')", "max(float('nan'), 1)", "sorted([3, float('nan'), 1])", "max((1, 2), (1, 3), key=lambda t: -t[1])"]:
    try: print(src, eval(src))
    except Exception as e: print(src, "->", type(e).__name__, e)

# expect: 2 3 a c d 2 1 True bb a (1, 'b') 3 -0.0
# expect: 0 3.5 [1, 2] 13 2 (2+1j) 0.9999999999999999 10.5 100000000000000000001 (1, 2) 6
# expect: ['a', 'b', 'c'] [3, 2, 1] ['A', 'b', 'c'] [(0, 'z'), (1, 'a'), (1, 'b')] ['a', 'b'] [0, False, 1, True] [1, 2.5, 3] [[1], [1, 5], [2]]
# expect: [('b', 1), ('d', 1), ('a', 2), ('c', 2)] [('a', 2), ('c', 2), ('b', 1), ('d', 1)]
# expect: [P1, P2, P3] P1 None
# expect: True False False True 5 1 2.6 1024 2 0.5 (-4, -1) (-4.0, 0.5) -0b1010 0xff 0o10 € 8364 False True False 'a' '\xe9'
# expect: list modified during sort
# expect: max() -> TypeError max expected at least 1 argument, got 0
# expect: max(5) -> TypeError 'int' object is not iterable
# expect: max([]) -> ValueError max() arg is an empty sequence
# expect: max(1, 'a') -> TypeError '>' not supported between instances of 'str' and 'int'
# expect: max([1, None]) -> TypeError '>' not supported between instances of 'NoneType' and 'int'
# expect: min(1, 2, default=0) -> TypeError Cannot specify a default for min() with multiple positional arguments
# expect: max([1], key=5) -> TypeError 'int' object is not callable
# expect: max(1, 2, foo=3) -> TypeError 'foo' is an invalid keyword argument for max()
# expect: sum('ab') -> TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: sum([[1]]) -> TypeError unsupported operand type(s) for +: 'int' and 'list'
# expect: sum([1], 'a') -> TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: sum([1, 'a']) -> TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: sum(5) -> TypeError 'int' object is not iterable
# expect: sorted([1, None]) -> TypeError '<' not supported between instances of 'NoneType' and 'int'
# expect: sorted([1j, 2]) -> TypeError '<' not supported between instances of 'int' and 'complex'
# expect: sorted(5) -> TypeError 'int' object is not iterable
# expect: sorted([1], key=len) -> TypeError object of type 'int' has no len()
# expect: sorted([{}, {}]) -> TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: [1, 'a', 2].sort() -> TypeError '<' not supported between instances of 'str' and 'int'
# expect: max({}, {}) -> TypeError '>' not supported between instances of 'dict' and 'dict'
# expect: max(x for x in []) -> ValueError max() arg is an empty sequence
# expect: min([], key=len) -> ValueError min() arg is an empty sequence
# expect: max([], default=None) None
# expect: max(None, 1) -> TypeError '>' not supported between instances of 'int' and 'NoneType'
# expect: sorted([1, 2], reverse='yes') -> TypeError 'str' object cannot be interpreted as an integer
# expect: sorted([2, 1], reverse=None) -> TypeError 'NoneType' object cannot be interpreted as an integer
# expect: any(5) -> TypeError 'int' object is not iterable
# expect: all(None) -> TypeError 'NoneType' object is not iterable
# expect: sum([], []) []
# expect: max('a', b'a') -> TypeError '>' not supported between instances of 'bytes' and 'str'
# expect: max(float('nan'), 1) nan
# expect: sorted([3, float('nan'), 1]) [3, nan, 1]
# expect: max((1, 2), (1, 3), key=lambda t: -t[1]) (1, 2)
