print(list(zip("abc", range(2))), list(zip()), list(zip([1])), list(zip(*[(1, 2), (3, 4)])), list(zip([1, 2], [3, 4], strict=True)))
for args in [([1], [1, 2]), ([1, 2], [1]), ([1, 2], [1, 2], [1]), ([1], [1], [1, 2]), ([], [1])]:
    try: print(list(zip(*args, strict=True)))
    except ValueError as e: print(e)
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate(start=-1, iterable="xy")), list(enumerate([], 10**20)), next(enumerate("a", 10**20)))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(pow, [2, 3], [3, 2])), list(map(max, "ab", "ba")), list(filter(None, [0, 1, "", "a", None, []])), list(filter(str.isalpha, "a1b")))
it = iter([1, 2, 3, 4]); print(list(zip(it, it)), list(it))
def g():
    yield 1
    raise ValueError("in generator")
for f in [lambda: list(map(str, g())), lambda: list(zip(g(), "ab")), lambda: list(enumerate(g())), lambda: [*filter(None, g())], lambda: sum(g()), lambda: max(g()), lambda: sorted(g()), lambda: dict.fromkeys(g()), lambda: " ".join(map(str, g())), lambda: all(g()), lambda: any(g()), lambda: set(g()), lambda: tuple(g()), lambda: [].extend(g()), lambda: 5 in g(), lambda: bytes(g()), lambda: dict(g())]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
i = iter("abc"); print(next(i), list(i), next(i, "end"), next(i, None))
n = [0]
def count(): n[0] += 1; return n[0]
print(list(iter(count, 4)), list(iter(lambda: 1, 1)))
class Old:
    def __getitem__(self, k):
        if k == 3: raise IndexError
        return k * k
print(list(Old()), 4 in Old(), 5 in Old(), list(zip(Old(), "xyz")), max(Old()), [*Old()], dict(enumerate(Old())), tuple(reversed([1, 2])), "".join(reversed("abc")))
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
print(list(It()), next(It(), "d"), [x for x in It()], max(It(), default=0))
for bad in ["class B:\n def __iter__(self): return 5\nlist(B())", "class B:\n def __iter__(self): return self\nlist(B())", "class B:\n __iter__ = None\nlist(B())", "class B:\n def __getitem__(self): pass\nlist(B())", "for x in 5: pass", "iter(len, 1)()", "next(iter([]))", "class B:\n def __len__(self): return 3\nreversed(B())", "class B:\n __reversed__ = None\nreversed(B())", "[x for x, y in [(1,)]]", "for a, b in [(1, 2, 3)]: pass", "list(zip([1], None))", "map(None, [1])", "list(map(None, [1]))", "list(map(len, [1], [2]))", "list(filter(5, [1]))", "enumerate([], 1.5)", "zip(strict=True)", "zip([1], strict=5).__next__()"]:
    try: exec(bad); print(bad.split("\n")[-1], "ok")
    except BaseException as e: print(bad.split("\n")[-1], "->", type(e).__name__, e)

# expect: [('a', 0), ('b', 1)] [] [(1,)] [(1, 3), (2, 4)] [(1, 3), (2, 4)]
# expect: zip() argument 2 is longer than argument 1
# expect: zip() argument 2 is shorter than argument 1
# expect: zip() argument 3 is shorter than arguments 1-2
# expect: zip() argument 3 is longer than arguments 1-2
# expect: zip() argument 2 is longer than argument 1
# expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [(-1, 'x'), (0, 'y')] [] (100000000000000000000, 'a')
# expect: ['1', '2'] [11, 22] [8, 9] ['b', 'b'] [1, 'a'] ['a', 'b']
# expect: [(1, 2), (3, 4)] []
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: True
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: ValueError in generator
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: a ['b', 'c'] end None
# expect: [1, 2, 3] []
# expect: [0, 1, 4] True False [(0, 'x'), (1, 'y'), (4, 'z')] 4 [0, 1, 4] {0: 0, 1: 1, 2: 4} (2, 1) cba
# expect: [] d [] 0
# expect: list(B()) -> TypeError iter() returned non-iterator of type 'int'
# expect: list(B()) -> TypeError iter() returned non-iterator of type 'B'
# expect: list(B()) -> TypeError 'B' object is not iterable
# expect: list(B()) -> TypeError B.__getitem__() takes 1 positional argument but 2 were given
# expect: for x in 5: pass -> TypeError 'int' object is not iterable
# expect: iter(len, 1)() -> TypeError 'callable_iterator' object is not callable
# expect: next(iter([])) -> StopIteration
# expect: reversed(B()) -> TypeError 'B' object is not reversible
# expect: reversed(B()) -> TypeError 'B' object is not reversible
# expect: [x for x, y in [(1,)]] -> ValueError not enough values to unpack (expected 2, got 1)
# expect: for a, b in [(1, 2, 3)]: pass -> ValueError too many values to unpack (expected 2)
# expect: list(zip([1], None)) -> TypeError 'NoneType' object is not iterable
# expect: map(None, [1]) ok
# expect: list(map(None, [1])) -> TypeError 'NoneType' object is not callable
# expect: list(map(len, [1], [2])) -> TypeError len() takes exactly one argument (2 given)
# expect: list(filter(5, [1])) -> TypeError 'int' object is not callable
# expect: enumerate([], 1.5) -> TypeError 'float' object cannot be interpreted as an integer
# expect: zip(strict=True) ok
# expect: zip([1], strict=5).__next__() ok
