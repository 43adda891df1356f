x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", range(2))}, x)
class A:
    n = 3
    items = [i * 2 for i in range(n)]
    try:
        bad = [n for i in range(2)]
    except NameError as e:
        print(e)
    pairs = [(a, b) for a in range(2) for b in range(a + 1)]
print(A.items, A.pairs)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def outer():
    k = 2
    return [[k * a + b for a in range(3)] for b in range(2)]
print(outer())
print([y for row in [[1, 2], [3]] for y in row if y != 2 if y > 0])
g = (x for x in [1, 2, 3])
x = 100
print(sum(g), x)
src = [1, 2]
g = (a + b for a in src for b in src)
src = [10, 20, 30]
print(list(g))
try:
    g = (a for a in 5)
except TypeError as e:
    print(e)
g = (a for b in [1] for a in 5)
try:
    next(g)
except TypeError as e:
    print(e)
print({i % 3 for i in range(10)}, dict((k, v) for v, k in enumerate("xyz")))
print([i if i % 2 else "no" for i in range(5)])
try:
    [undefined_name for _ in [1]]
except NameError as e:
    print(e)
print([*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], 2), {*[1, 2], *[2, 3]})

# expect: [0, 1, 2] outer
# expect: {'a': 0, 'b': 1} outer
# expect: name 'n' is not defined
# expect: [0, 2, 4] [(0, 0), (1, 0), (1, 1)]
# expect: [2, 2, 2]
# expect: [0, 1, 2]
# expect: [[0, 2, 4], [1, 3, 5]]
# expect: [1, 3]
# expect: 6 100
# expect: [11, 21, 31, 12, 22, 32]
# expect: 'int' object is not iterable
# expect: 'int' object is not iterable
# expect: {0, 1, 2} {'x': 0, 'y': 1, 'z': 2}
# expect: ['no', 1, 'no', 3, 'no']
# expect: name 'undefined_name' is not defined
# expect: [0, 1, 2, 'a', 'b'] {'a': 3, 'b': 2} (1, 2) {1, 2, 3}
