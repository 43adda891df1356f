# collections: deque, defaultdict, OrderedDict, Counter, namedtuple, ChainMap.
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple
def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), d)
d.extend('ab')
d.extendleft([9, 8])
print(d, list(d), list(reversed(d)), 'a' in d, d.count(1), d.index(2), bool(d), bool(deque()))
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.insert(1, 'x')
d.remove('a')
del d[0]
d[0] = 'first'
d.reverse()
print(d, d.copy() == d, d.maxlen)
error(deque().pop)
error(deque().popleft)
error(lambda: d[100])
error(lambda: d['x'])
error(d.remove, 'nope')
error(d.index, 'nope')
b = deque(range(10), maxlen=3)
b.append(10)
b.appendleft(0)
print(b, b.maxlen, deque('ab') + deque('c'), deque('ab') * 2, deque([1]) == deque([1]), deque([1]) < deque([2]), deque([1]) == [1])
error(lambda: b.insert(0, 1))
error(lambda: deque([], -1))
error(lambda: hash(deque()))
error(deque, 5)
b += [1, 2]
print(b, deque(x for x in range(3)))
try:
    for x in d:
        d.append(1)
except RuntimeError as e:
    print(e)
r = deque([1])
r.append(r)
print(r)
big = deque()
for i in range(10000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()
print(len(big), big[0], big[-1], sum(big))
d.clear()
print(d)

dd = defaultdict(list)
dd['a'].append(1)
dd['a'].append(2)
dd['b'].append(3)
print(dd, dict(dd), len(dd), 'c' in dd, dd.get('c'), dd.default_factory)
counts = defaultdict(int, x=5)
for c in 'hello':
    counts[c] += 1
print(counts, counts | {'z': 1}, counts.copy() == counts)
error(lambda: defaultdict()['x'])
error(defaultdict, 5)
nested = defaultdict(lambda: defaultdict(int))
nested['a']['b'] += 1
print(nested['a']['b'], nested['x']['y'])

o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.move_to_end('a')
print(o, list(o))
o.move_to_end('c', last=False)
print(o, o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1}, OrderedDict())
error(OrderedDict().popitem)
error(lambda: o.move_to_end('nope'))
lru = OrderedDict()
for i in range(1000):
    lru[i % 37] = i
    lru.move_to_end(i % 37)
    if len(lru) > 10:
        lru.popitem(last=False)
print(lru)

c = Counter('mississippi')
print(c, c['s'], c['nope'], c.most_common(2), sorted(c.elements()), c.total())
c.update('miss')
c.subtract({'i': 1})
print(c, Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2), Counter(a=3) & Counter(a=1), Counter(a=3) | Counter(b=1))
print(Counter(), Counter([1, 1, 2]) == Counter([2, 1, 1]), Counter(a=1) <= Counter(a=2), +Counter(a=1, b=-1))
del c['nope']

Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
print(p, p.x, p.y, p[0], p + (3,), p == (1, 2), p._replace(x=5), p._asdict(), Point._fields, Point._make([7, 8]), len(p))
x, y = p
print(x, y, isinstance(p, tuple), hash(p) == hash((1, 2)), {p: 1}[(1, 2)])
error(Point, 1)
error(Point, 1, 2, 3)
error(lambda: Point(1, z=2))
error(lambda: p._replace(q=1))
error(namedtuple, 'P', 'a a')
error(namedtuple, 'P', 'class')
E = namedtuple('E', ['name', 'age', 'city'], defaults=['?'])
print(E('n', 1), E('n', 1, 'c'), E._field_defaults)


class Sub(Point):
    def norm(self):
        return self.x ** 2 + self.y ** 2


print(Sub(3, 4).norm(), Sub(3, 4))
match p:
    case Point(x=1, y=b):
        print('matched', b)

m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
m['c'] = 4
print(m['a'], m['b'], m, len(m), sorted(m), 'b' in m, m.get('z', 0))
error(lambda: m['z'])
u = UserDict(a=1)
u['b'] = 2
print(u, len(u), 'a' in u, dict(u))

# --- expected output, as CPython 3.11 prints it
# expect: deque([1, 2, 3]) 5 0 4 4 0 deque([1, 2, 3])
# expect: deque([8, 9, 1, 2, 3, 'a', 'b']) [8, 9, 1, 2, 3, 'a', 'b'] ['b', 'a', 3, 2, 1, 9, 8] True 1 3 True False
# expect: deque(['a', 'b', 8, 9, 1, 2, 3])
# expect: deque([9, 1, 2, 3, 'a', 'b', 8])
# expect: deque([8, 'b', 3, 2, 1, 'first']) True None
# expect: IndexError pop from an empty deque
# expect: IndexError pop from an empty deque
# expect: IndexError deque index out of range
# expect: TypeError sequence index must be integer, not 'str'
# expect: ValueError 'nope' is not in deque
# expect: ValueError 'nope' is not in deque
# expect: deque([0, 8, 9], maxlen=3) 3 deque(['a', 'b', 'c']) deque(['a', 'b', 'a', 'b']) True True False
# expect: IndexError deque already at its maximum size
# expect: ValueError maxlen must be non-negative
# expect: TypeError unhashable type: 'collections.deque'
# expect: TypeError 'int' object is not iterable
# expect: deque([9, 1, 2], maxlen=3) deque([0, 1, 2])
# expect: deque mutated during iteration
# expect: deque([1, [...]])
# expect: 6666 3334 9999 44438889
# expect: deque([])
# expect: defaultdict(<class 'list'>, {'a': [1, 2], 'b': [3]}) {'a': [1, 2], 'b': [3]} 2 False None <class 'list'>
# expect: defaultdict(<class 'int'>, {'x': 5, 'h': 1, 'e': 1, 'l': 2, 'o': 1}) defaultdict(<class 'int'>, {'x': 5, 'h': 1, 'e': 1, 'l': 2, 'o': 1, 'z': 1}) True
# expect: KeyError 'x'
# expect: TypeError first argument must be callable or None
# expect: 1 0
# expect: OrderedDict([('b', 2), ('c', 3), ('a', 1)]) ['b', 'c', 'a']
# expect: OrderedDict([('b', 2)]) ('a', 1) ('c', 3) OrderedDict([('b', 2)])
# expect: False True OrderedDict()
# expect: KeyError 'dictionary is empty'
# expect: KeyError 'nope'
# expect: OrderedDict([(28, 990), (29, 991), (30, 992), (31, 993), (32, 994), (33, 995), (34, 996), (35, 997), (36, 998), (0, 999)])
# expect: Counter({'i': 4, 's': 4, 'p': 2, 'm': 1}) 4 0 [('i', 4), ('s', 4)] ['i', 'i', 'i', 'i', 'm', 'p', 'p', 's', 's', 's', 's'] 11
# expect: Counter({'s': 6, 'i': 4, 'm': 2, 'p': 2}) Counter({'a': 4, 'c': 2, 'b': 1}) Counter({'a': 2}) Counter({'a': 1}) Counter({'a': 3, 'b': 1})
# expect: Counter() True True Counter({'a': 1})
# expect: Point(x=1, y=2) 1 2 1 (1, 2, 3) True Point(x=5, y=2) {'x': 1, 'y': 2} ('x', 'y') Point(x=7, y=8) 2
# expect: 1 2 True True 1
# expect: TypeError Point.__new__() missing 1 required positional argument: 'y'
# expect: TypeError Point.__new__() takes 3 positional arguments but 4 were given
# expect: TypeError Point.__new__() got an unexpected keyword argument 'z'
# expect: ValueError Got unexpected field names: ['q']
# expect: ValueError Encountered duplicate field name: 'a'
# expect: ValueError Type names and field names cannot be a keyword: 'class'
# expect: E(name='n', age=1, city='?') E(name='n', age=1, city='c') {'city': '?'}
# expect: 25 Sub(x=3, y=4)
# expect: matched 2
# expect: 1 3 ChainMap({'a': 1, 'c': 4}, {'a': 2, 'b': 3}) 3 ['a', 'b', 'c'] True 0
# expect: KeyError 'z'
# expect: {'a': 1, 'b': 2} 2 True {'a': 1, 'b': 2}
