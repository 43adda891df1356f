a, b = {"x": 1, "y": 2, "z": 3}, {"y": 20, "q": 5}
k = a.keys()
print(sorted(k & b.keys()), sorted(k | b), sorted(k - b.keys()), sorted(k ^ b.keys()), sorted(k & ["x", "w"]), sorted({"x"} | k), sorted(["p"] | k))
print(k == {"x", "y", "z"}, k > {"x"}, k <= set("xyzw"), k.isdisjoint("abc"), k.isdisjoint(b), "x" in k, len(k), k == a.keys(), a.values() == a.values())
i = a.items()
print(("x", 1) in i, ("x", 2) in i, "x" in i, sorted(i & {("x", 1), ("y", 0)}), i == set(i), sorted(i - {("x", 1)}), i == dict(a).items())
print(k, a.values(), i, repr({}.keys()), list(reversed(k)), list(reversed(i)), list(reversed(a.values())))
a["new"] = 4
print(k, len(i), type(k).__name__, type(i).__name__, type(iter(k)).__name__)
for src in ["k[0]", "k + k", "a.values() & {1}", "hash(k)", "k.add(1)", "k & 5", "{'l': []}.items() | set()", "([],) in k", "[] in k", "a.keys() < [1]", "a.items() >= a.items()", "a | b", "a |= [('m', 1)]", "a | [('m', 1)]", "dict(k)", "set(i) == i", "a.values() - []"]:
    try:
        try: print(src, eval(src))
        except SyntaxError: exec(src); print(src, a)
    except Exception as e: print(src, "->", type(e).__name__, e)

# expect: ['y'] ['q', 'x', 'y', 'z'] ['x', 'z'] ['q', 'x', 'z'] ['x'] ['x', 'y', 'z'] ['p', 'x', 'y', 'z']
# expect: True True True True False True 3 True False
# expect: True False False [('x', 1)] True [('y', 2), ('z', 3)] True
# expect: dict_keys(['x', 'y', 'z']) dict_values([1, 2, 3]) dict_items([('x', 1), ('y', 2), ('z', 3)]) dict_keys([]) ['z', 'y', 'x'] [('z', 3), ('y', 2), ('x', 1)] [3, 2, 1]
# expect: dict_keys(['x', 'y', 'z', 'new']) 4 dict_keys dict_items dict_keyiterator
# expect: k[0] -> TypeError 'dict_keys' object is not subscriptable
# expect: k + k -> TypeError unsupported operand type(s) for +: 'dict_keys' and 'dict_keys'
# expect: a.values() & {1} -> TypeError unsupported operand type(s) for &: 'dict_values' and 'set'
# expect: hash(k) -> TypeError unhashable type: 'dict_keys'
# expect: k.add(1) -> AttributeError 'dict_keys' object has no attribute 'add'
# expect: k & 5 -> TypeError 'int' object is not iterable
# expect: {'l': []}.items() | set() -> TypeError unhashable type: 'list'
# expect: ([],) in k -> TypeError unhashable type: 'list'
# expect: [] in k -> TypeError unhashable type: 'list'
# expect: a.keys() < [1] -> TypeError '<' not supported between instances of 'dict_keys' and 'list'
# expect: a.items() >= a.items() True
# expect: a | b {'x': 1, 'y': 20, 'z': 3, 'new': 4, 'q': 5}
# expect: a |= [('m', 1)] {'x': 1, 'y': 2, 'z': 3, 'new': 4, 'm': 1}
# expect: a | [('m', 1)] -> TypeError unsupported operand type(s) for |: 'dict' and 'list'
# expect: dict(k) -> ValueError dictionary update sequence element #0 has length 1; 2 is required
# expect: set(i) == i True
# expect: a.values() - [] -> TypeError unsupported operand type(s) for -: 'dict_values' and 'list'
