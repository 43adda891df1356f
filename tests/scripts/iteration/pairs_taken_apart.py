"""for a, b in …: over what makes pairs, and over what only seems to."""


def show(what, pairs):
    try:
        print(what, [(a, b) for a, b in pairs])
        for a, b in pairs:
            print(a, b, end="; ")
        print()
    except (TypeError, ValueError, RuntimeError) as e:
        print(type(e).__name__, e)


class Own:
    def __iter__(self):
        yield from ((1, 2), [3, 4], "56")


show("enumerate", enumerate("abc"))
show("from", enumerate(["x", "y"], 2**62 - 2))
show("far", enumerate("pq", 2**70))
show("generator", enumerate(c for c in "uv"))
show("zip", zip([1, 2, 3], "ab"))
show("shorter", zip("ab", [1, 2, 3]))
show("three", zip("ab", "cd", "ef"))
show("one", zip("ab"))
show("strict", zip([1, 2], [3], strict=True))
show("zip of own", zip(Own(), "ab"))
show("items", {"k": 1, "l": 2}.items())
show("reversed items", reversed({"k": 1, "l": 2}.items()))
show("own", Own())
show("not pairs", [1, 2])
show("map", map(lambda x: (x, x), "ab"))

it = iter([1, 2, 3])
print([(a, b) for a, b in zip(it, it)], list(it))

d = {1: 1, 2: 2}
try:
    for k, v in d.items():
        d[k + 10] = v
except RuntimeError as e:
    print(e, len(d))

for i, (a, b) in enumerate(zip("xy", "zw")):
    print(i, a, b)
for i, a in enumerate([]):
    pass
else:
    print("nothing")

shared = enumerate([10, 20, 30])
for i, x in shared:
    print(i, x)
    break
print(next(shared), list(shared))

values = {}
for values["i"], values["x"] in zip([1], [2]):
    print(values)
for i, i in enumerate("q"):
    print(i)
# expect: enumerate [(0, 'a'), (1, 'b'), (2, 'c')]
# expect:
# expect: from [(4611686018427387902, 'x'), (4611686018427387903, 'y')]
# expect:
# expect: far [(1180591620717411303424, 'p'), (1180591620717411303425, 'q')]
# expect:
# expect: generator [(0, 'u'), (1, 'v')]
# expect:
# expect: zip [(1, 'a'), (2, 'b')]
# expect:
# expect: shorter [('a', 1), ('b', 2)]
# expect:
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: ValueError zip() argument 2 is shorter than argument 1
# expect: zip of own [((1, 2), 'a'), ([3, 4], 'b')]
# expect:
# expect: items [('k', 1), ('l', 2)]
# expect: k 1; l 2;
# expect: reversed items [('l', 2), ('k', 1)]
# expect:
# expect: own [(1, 2), (3, 4), ('5', '6')]
# expect: 1 2; 3 4; 5 6;
# expect: TypeError cannot unpack non-iterable int object
# expect: map [('a', 'a'), ('b', 'b')]
# expect:
# expect: [(1, 2)] []
# expect: dictionary changed size during iteration 3
# expect: 0 x z
# expect: 1 y w
# expect: nothing
# expect: 0 10
# expect: (1, 20) [(2, 30)]
# expect: {'i': 1, 'x': 2}
# expect: q
