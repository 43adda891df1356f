a, *b = [1, 2, 3]
print(a, b)
*a, b = "xyz"
print(a, b)
a, *b, c = range(2)
print(a, b, c)
(a, *b), [c, *d] = [1, 2], "pq"
print(a, b, c, d)
[*a] = 1, 2
print(a)
*a, = {}
print(a)
for x, *y in [(1, 2, 3), "ab", [9]]:
    print(x, y)
class It:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
a, *b = It()
print(a, b)
for src in ["a, b = [1]", "a, b = [1, 2, 3]", "a, *b, c = [1]", "a, b = 5", "a, b = {}", "(a, b), c = [1], 2", "a, b = 'abc'", "*a, b = ()", "a, b, c = iter([1])", "[] = [1]", "() = ()", "a, b = None", "a, b = {1: 2}", "a, b = (x for x in [1, 2, 3])", "f(*5)", "print(*1, 2)", "[*5]", "{**5}", "{**[1]}", "(*None,)", "{*1}"]:
    try:
        exec(src, {"f": print})
        print(src, "ok")
    except Exception as e:
        print(src, "->", type(e).__name__, e)
def f(*args, **kw): return args, kw
print(f(*[1], 2, *(3, 4), x=1, **{"y": 2}, **{"z": 3}))
a = b = c = [1]
print(a is b is c)
i, lst = 0, [5, 6]
i, lst[i] = 1, 9
print(i, lst)
x, (y, *z), w = 1, (2, 3, 4), 5
print(x, y, z, w)
def ret(): return *[1, 2], 3
def gen(): yield *[1, 2], 3
print(ret(), next(gen()))
t = 1, *range(2), *"a"
print(t, t[0:2:1], "")
class S:
    def __getitem__(self, k): return k
print(S()[1, 2], S()[1:2, ::3], S()[*[1, 2]], S()[...], S()[1:], S()[()], S()[1, *[2, 3], 4:5])

# expect: 1 [2, 3]
# expect: ['x', 'y'] z
# expect: 0 [] 1
# expect: 1 [2] p ['q']
# expect: [1, 2]
# expect: []
# expect: 1 [2, 3]
# expect: a ['b']
# expect: 9 []
# expect: 0 [10, 20]
# expect: a, b = [1] -> ValueError not enough values to unpack (expected 2, got 1)
# expect: a, b = [1, 2, 3] -> ValueError too many values to unpack (expected 2)
# expect: a, *b, c = [1] -> ValueError not enough values to unpack (expected at least 2, got 1)
# expect: a, b = 5 -> TypeError cannot unpack non-iterable int object
# expect: a, b = {} -> ValueError not enough values to unpack (expected 2, got 0)
# expect: (a, b), c = [1], 2 -> ValueError not enough values to unpack (expected 2, got 1)
# expect: a, b = 'abc' -> ValueError too many values to unpack (expected 2)
# expect: *a, b = () -> ValueError not enough values to unpack (expected at least 1, got 0)
# expect: a, b, c = iter([1]) -> ValueError not enough values to unpack (expected 3, got 1)
# expect: [] = [1] -> ValueError too many values to unpack (expected 0)
# expect: () = () ok
# expect: a, b = None -> TypeError cannot unpack non-iterable NoneType object
# expect: a, b = {1: 2} -> ValueError not enough values to unpack (expected 2, got 1)
# expect: a, b = (x for x in [1, 2, 3]) -> ValueError too many values to unpack (expected 2)
# expect: f(*5) -> TypeError print() argument after * must be an iterable, not int
# expect: print(*1, 2) -> TypeError Value after * must be an iterable, not int
# expect: [*5] -> TypeError Value after * must be an iterable, not int
# expect: {**5} -> TypeError 'int' object is not a mapping
# expect: {**[1]} -> TypeError 'list' object is not a mapping
# expect: (*None,) -> TypeError Value after * must be an iterable, not NoneType
# expect: {*1} -> TypeError 'int' object is not iterable
# expect: ((1, 2, 3, 4), {'x': 1, 'y': 2, 'z': 3})
# expect: True
# expect: 1 [5, 9]
# expect: 1 2 [3, 4] 5
# expect: (1, 2, 3) (1, 2, 3)
# expect: (1, 0, 1, 'a') (1, 0)
# expect: (1, 2) (slice(1, 2, None), slice(None, None, 3)) (1, 2) Ellipsis slice(1, None, None) () (1, 2, 3, slice(4, 5, None))
