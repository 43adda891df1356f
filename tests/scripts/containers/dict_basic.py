# dict: storing, finding, deleting, order, methods and their errors.
def error(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)

d = {}
for i in range(20):
    d['k%d' % i] = i
print(d)
for i in range(0, 20, 2):
    del d['k%d' % i]
print(d, len(d))
d['k0'] = 'again'
d['k3'] = 'replaced'
print(list(d.items()))
print('k3' in d, 'k4' in d, d.get('k4'), d.get('k4', 7), d['k5'])
error(lambda: d['nope'])
error(lambda: d.pop('nope'))
error(lambda: d[[1]])
error(lambda: d[{}])
error(lambda: {}.popitem())
print(d.pop('k3'), d.pop('k3', 'gone'), d.setdefault('n', []), d.setdefault('k1', 5))
print(d.popitem(), d.popitem())
e = {1: 'int', 1.5: 'float', True: 'bool', (1, 2): 'tuple', None: 0, frozenset([1]): 'fs', b'x': 'bytes', 'x': 'str'}
print(e, e[1.0], e[True], e[(1, 2)], e[frozenset({1})])
print({0: 'a', False: 'b', 0.0: 'c', -0.0: 'd'})
print(dict(a=1, b=2), dict([('a', 1), ['b', 2]]), dict({'z': 1}, y=2), dict(zip('ab', (1, 2))))
error(dict, [(1, 2), (3,)])
error(dict, [1])
error(dict, 5)
error(dict, {}, {})
error(lambda: {}.update(1))
f = {'a': 1}
f.update({'b': 2}, c=3)
f.update([('d', 4)])
f.update(e=5)
print(f, f.copy() == f, f.copy() is f)
print(dict.fromkeys('abc'), dict.fromkeys([1, 2], 0))
print(f | {'a': 9, 'z': 8}, {'q': 1} | f)
f |= {'a': 100}
f |= [('k', 1)]
print(f)
error(lambda: f | 3)
f.clear()
print(f, len(f), bool(f), bool({1: 2}))
print({1: 2} == {1: 2.0}, {1: 2} == {1: 3}, {1: 2} != {2: 1}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1})
error(lambda: {} < {})
print(list(reversed({1: 1, 2: 2, 3: 3})), list(reversed({1: 'a', 2: 'b'}.items())))
big = {i: i * i for i in range(5000)}
print(len(big), sum(big.values()), big[4999], 5000 in big)
for i in range(4990):
    del big[i]
print(big)
for i in range(100000):
    big[i] = 1
    del big[i]
print(len(big))
neg = {-1: 'a', -2: 'b'}
print(neg[-1], neg[-2], hash(-1), hash(-2))
huge = {2 ** 100: 'big', -2 ** 70: 'neg', 2 ** 61 - 1: 'p', 0: 'zero'}
print(huge[2 ** 100], huge[-2 ** 70], huge[2 ** 61 - 1], huge[0], len(huge))


class D(dict):
    def __missing__(self, key):
        return 'missing ' + repr(key)


x = D(a=1)
print(x['a'], x['b'], x.get('b'), 'b' in x, x, type(x.copy()).__name__)
x.note = 'attribute'
print(x.note, len(x))
a = {}
a['self'] = a
print(a)

# --- expected output, as CPython 3.11 prints it
# expect: {'k0': 0, 'k1': 1, 'k2': 2, 'k3': 3, 'k4': 4, 'k5': 5, 'k6': 6, 'k7': 7, 'k8': 8, 'k9': 9, 'k10': 10, 'k11': 11, 'k12': 12, 'k13': 13, 'k14': 14, 'k15': 15, 'k16': 16, 'k17': 17, 'k18': 18, 'k19': 19}
# expect: {'k1': 1, 'k3': 3, 'k5': 5, 'k7': 7, 'k9': 9, 'k11': 11, 'k13': 13, 'k15': 15, 'k17': 17, 'k19': 19} 10
# expect: [('k1', 1), ('k3', 'replaced'), ('k5', 5), ('k7', 7), ('k9', 9), ('k11', 11), ('k13', 13), ('k15', 15), ('k17', 17), ('k19', 19), ('k0', 'again')]
# expect: True False None 7 5
# expect: KeyError 'nope'
# expect: KeyError 'nope'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
# expect: KeyError 'popitem(): dictionary is empty'
# expect: replaced gone [] 1
# expect: ('n', []) ('k0', 'again')
# expect: {1: 'bool', 1.5: 'float', (1, 2): 'tuple', None: 0, frozenset({1}): 'fs', b'x': 'bytes', 'x': 'str'} bool bool tuple fs
# expect: {0: 'd'}
# expect: {'a': 1, 'b': 2} {'a': 1, 'b': 2} {'z': 1, 'y': 2} {'a': 1, 'b': 2}
# expect: ValueError dictionary update sequence element #1 has length 1; 2 is required
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: TypeError 'int' object is not iterable
# expect: TypeError dict expected at most 1 argument, got 2
# expect: TypeError 'int' object is not iterable
# expect: {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5} True False
# expect: {'a': None, 'b': None, 'c': None} {1: 0, 2: 0}
# expect: {'a': 9, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'z': 8} {'q': 1, 'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5}
# expect: {'a': 100, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'k': 1}
# expect: TypeError unsupported operand type(s) for |: 'dict' and 'int'
# expect: {} 0 False True
# expect: True False True True
# expect: TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: [3, 2, 1] [(2, 'b'), (1, 'a')]
# expect: 5000 41654167500 24990001 False
# expect: {4990: 24900100, 4991: 24910081, 4992: 24920064, 4993: 24930049, 4994: 24940036, 4995: 24950025, 4996: 24960016, 4997: 24970009, 4998: 24980004, 4999: 24990001}
# expect: 0
# expect: a b -2 -2
# expect: big neg p zero 4
# expect: 1 missing 'b' None False {'a': 1} dict
# expect: attribute 1
# expect: {'self': {...}}
