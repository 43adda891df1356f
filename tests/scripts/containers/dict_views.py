# keys(), values(), items(): live views and their set operations.
d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d['z'] = 26
print(list(k), list(v), list(i))
print('a' in k, 'q' in k, ('a', 1) in i, ('a', 2) in i, 'a' in i, 26 in v)
print(sorted(k & {'a', 'q'}), sorted(k | ['x']), sorted(k - ['a', 'b']), sorted(k ^ ['a', 'new']))
print(sorted({'a', 'y'} & k), sorted({'a', 'y'} - k))
print(k == {'a', 'b', 'c', 'z'}, k == d.keys(), i == dict(d).items(), v == v, v == d.values())
print(k < {'a', 'b', 'c', 'z', 'w'}, k >= {'a'}, k.isdisjoint(['n']), k.isdisjoint(['a']))
print(list(reversed(k)), list(reversed(v)), list(reversed(i)))
for key, value in i:
    print(key, value)
print(type(k).__name__, type(iter(k)).__name__, type(iter(v)).__name__, type(iter(i)).__name__)
print(type(iter(d)).__name__, type(reversed(d)).__name__)
print({1: [1]}.items() == {1: [1]}.items())

# --- expected output, as CPython 3.11 prints it
# expect: dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)]) 3 3 3
# expect: ['a', 'b', 'c', 'z'] [1, 2, 3, 26] [('a', 1), ('b', 2), ('c', 3), ('z', 26)]
# expect: True False True False False True
# expect: ['a'] ['a', 'b', 'c', 'x', 'z'] ['c', 'z'] ['b', 'c', 'new', 'z']
# expect: ['a'] ['y']
# expect: True True True True False
# expect: True True True False
# expect: ['z', 'c', 'b', 'a'] [26, 3, 2, 1] [('z', 26), ('c', 3), ('b', 2), ('a', 1)]
# expect: a 1
# expect: b 2
# expect: c 3
# expect: z 26
# expect: dict_keys dict_keyiterator dict_valueiterator dict_itemiterator
# expect: dict_keyiterator dict_reversekeyiterator
# expect: True
