"""Nested data on lines."""
from pprint import pformat, pp, pprint

pprint({"b": 1, "a": [1, 2, 3]})
pprint(list(range(40)), width=40, compact=True)
pprint({"name": "x" * 30, "values": ["word " * 8, ("a" * 40, "b" * 40)], "n": {"deep": {"deeper": [1] * 3}}})
pprint([["nested", ["list", ["here"]]]], depth=2)
pp({"z": 1, "a": 2})
print(pformat({"k" * 20: "v" * 60}, indent=4))
loop = [1]
loop.append(loop)
print(pformat(loop)[:20])
pprint({3, 1, 2})
pprint("a long text " * 9)

# expect: {'a': [1, 2, 3], 'b': 1}
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
# expect:  12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
# expect:  22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
# expect:  32, 33, 34, 35, 36, 37, 38, 39]
# expect: {'n': {'deep': {'deeper': [1, 1, 1]}},
# expect:  'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# expect:  'values': ['word word word word word word word word ',
# expect:             ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
# expect:              'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb')]}
# expect: [['nested', [...]]]
# expect: {'z': 1, 'a': 2}
# expect: {   'kkkkkkkkkkkkkkkkkkkk': 'vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv'}
# expect: [1, <Recursion on li
# expect: {1, 2, 3}
# expect: ('a long text a long text a long text a long text a long text a long text a '
# expect:  'long text a long text a long text ')
