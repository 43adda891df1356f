# dict and set with keys whose __eq__ and __hash__ are written in Python.
class Key:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n
    def __hash__(self):
        return self.n % 3
    def __repr__(self):
        return f'Key({self.n})'

d = {}
for i in range(10):
    d[Key(i)] = i
print(d)
print(d[Key(4)], Key(7) in d, Key(11) in d, d.get(Key(12), 'none'))
d[Key(4)] = 'four'
print(d[Key(4)], len(d))
del d[Key(5)]
print(len(d), Key(5) in d)
try:
    d[Key(5)]
except KeyError as e:
    print('KeyError', e)
try:
    del d[Key(5)]
except KeyError as e:
    print('KeyError', e)
print(d.pop(Key(6)), d.pop(Key(6), 'gone'), d.setdefault(Key(6), 'six'), d.setdefault(Key(6), 'other'))
s = {Key(i % 4) for i in range(12)}
print(len(s), Key(3) in s, Key(4) in s)
s.add(Key(9))
s.discard(Key(9))
s.discard(Key(9))
try:
    s.remove(Key(9))
except KeyError as e:
    print('KeyError', e)
print(sorted(k.n for k in s))
print(sorted(k.n for k in s | {Key(7)}), sorted(k.n for k in s & {Key(1), Key(8)}), sorted(k.n for k in s - {Key(1)}))
print(sorted(k.n for k in s ^ {Key(1), Key(8)}), s == {Key(0), Key(1), Key(2), Key(3)}, s <= {Key(0)}, s >= {Key(0)})
s |= {Key(20)}
s -= {Key(0)}
print(sorted(k.n for k in s), s.isdisjoint({Key(1)}), s.issubset([Key(1)]))
print({Key(1): 'a'} == {Key(1): 'a'}, {Key(1): 'a'} == {Key(2): 'a'}, {1: Key(1)} == {1: Key(1)})
print(dict([(Key(1), 1), (Key(1), 2)]), dict.fromkeys([Key(1), Key(1)], 0))
e = {Key(1): 1}
e.update({Key(1): 2, Key(2): 3})
print(e, e | {Key(2): 'two'})


class NoHash:
    def __eq__(self, other):
        return True


for f in (lambda: {NoHash(): 1}, lambda: {NoHash()}, lambda: hash(NoHash()), lambda: hash((1, [2]))):
    try:
        f()
    except TypeError as err:
        print(err)


class BadHash:
    def __hash__(self):
        return 'x'


class RaisingEq:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        raise ValueError('eq')


try:
    hash(BadHash())
except TypeError as err:
    print(err)
r = {RaisingEq(): 1}
try:
    r[RaisingEq()]
except ValueError as err:
    print('ValueError', err)


class S(str):
    def __hash__(self):
        return str.__hash__(self)
    def __eq__(self, other):
        return str.__eq__(self, other)


m = {'a': 1}
print(m[S('a')], S('a') in m, m.get(S('b')))
m[S('a')] = 2
print(m, type(list(m)[0]).__name__)


class P:
    pass


p, q = P(), P()
ident = {p: 'p', q: 'q'}
print(ident[p], ident[q], P() in ident)
print(hash((Key(1), Key(2))) == hash((Key(1), Key(2))), hash((1, (2, 3))) == hash((1, (2, 3))))

# --- expected output, as CPython 3.11 prints it
# expect: {Key(0): 0, Key(1): 1, Key(2): 2, Key(3): 3, Key(4): 4, Key(5): 5, Key(6): 6, Key(7): 7, Key(8): 8, Key(9): 9}
# expect: 4 True False none
# expect: four 10
# expect: 9 False
# expect: KeyError Key(5)
# expect: KeyError Key(5)
# expect: 6 gone six six
# expect: 4 True False
# expect: KeyError Key(9)
# expect: [0, 1, 2, 3]
# expect: [0, 1, 2, 3, 7] [1] [0, 2, 3]
# expect: [0, 2, 3, 8] True False True
# expect: [1, 2, 3, 20] False False
# expect: True False True
# expect: {Key(1): 2} {Key(1): 0}
# expect: {Key(1): 2, Key(2): 3} {Key(1): 2, Key(2): 'two'}
# expect: unhashable type: 'NoHash'
# expect: unhashable type: 'NoHash'
# expect: unhashable type: 'NoHash'
# expect: unhashable type: 'list'
# expect: __hash__ method should return an integer
# expect: ValueError eq
# expect: 1 True None
# expect: {'a': 2} str
# expect: p q False
# expect: True True
