# iter, next, for over everything, exhaustion, changes during iteration.
def error(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(type(e).__name__, e)

for x in ([1, 2], (3, 4), 'ab', b'ab', {5: 6}, {7}, frozenset([8]), range(2), {9: 10}.items(), bytearray(b'z')):
    it = iter(x)
    print(type(it).__name__, list(it), list(it), iter(it) is it)
it = iter([1, 2])
print(next(it), next(it), next(it, 'end'))
error(next, it)
error(next, [])
error(next, 5, 1)
error(iter, 5)
error(iter, 5, 6)
print(it.__length_hint__(), iter(range(5)).__length_hint__())
a = [1, 2, 3]
seen = []
for x in a:
    seen.append(x)
    if x < 6:
        a.append(x + 3)
print(seen)
a = [1, 2, 3, 4]
for x in a:
    a.remove(x)
print(a)
it = iter(a)
list(it)
a.append(99)
print(list(it))
d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 0
except RuntimeError as e:
    print(e)
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for k in s:
        s.add(k + 10)
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
for k in d:
    d[k] = 'same size'
print(d)


class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Seq:
    def __init__(self, n):
        self.n = n
    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i * i
    def __len__(self):
        return self.n


class BadIter:
    def __iter__(self):
        return 5


class NotIter:
    __iter__ = None


print(list(Count(3)), tuple(Count(3)), set(Count(3)), sorted(Count(3)), sum(Count(4)), max(Count(4)), [*Count(2)], dict.fromkeys(Count(2)))
print(list(Seq(4)), list(reversed(Seq(4))), 9 in Seq(4), type(iter(Seq(1))).__name__)
error(lambda: list(BadIter()))
error(lambda: list(NotIter()))
error(lambda: [x for x in 5])
error(lambda: list(reversed({1, 2})))
error(lambda: reversed(5))
a, b, c = Count(3)
print(a, b, c)
first, *rest = Count(4)
print(first, rest)
values = iter([1, 2, 3, 0, 5])
print(list(iter(lambda: next(values), 0)), next(values))
print(list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed(b'ab')))
print(type(reversed([])).__name__, type(reversed('')).__name__, type(reversed(range(1))).__name__)
r = reversed([1, 2, 3])
print(next(r), list(r), next(r, 'end'))


class Rev:
    def __reversed__(self):
        return iter('reversed')


print(list(reversed(Rev())))
g = (i for i in range(3))
print(next(g), list(g), next(g, 'done'))
e = iter('')
print(next(e, None))
print([x for x in iter({1: 2}.values())], list(map(str, {1: 2})))


def gen():
    yield 1
    raise ValueError('inside')


error(lambda: list(gen()))
error(lambda: sum(gen()))
error(lambda: sorted(gen()))


class Next:
    def __next__(self):
        return 1


error(iter, Next())
print(next(Next()))

# --- expected output, as CPython 3.11 prints it
# expect: list_iterator [1, 2] [] True
# expect: tuple_iterator [3, 4] [] True
# expect: str_ascii_iterator ['a', 'b'] [] True
# expect: bytes_iterator [97, 98] [] True
# expect: dict_keyiterator [5] [] True
# expect: set_iterator [7] [] True
# expect: set_iterator [8] [] True
# expect: range_iterator [0, 1] [] True
# expect: dict_itemiterator [(9, 10)] [] True
# expect: bytearray_iterator [122] [] True
# expect: 1 2 end
# expect: StopIteration 
# expect: TypeError 'list' object is not an iterator
# expect: TypeError 'int' object is not an iterator
# expect: TypeError 'int' object is not iterable
# expect: TypeError iter(v, w): v must be callable
# expect: 0 5
# expect: [1, 2, 3, 4, 5, 6, 7, 8]
# expect: [2, 4]
# expect: []
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: Set changed size during iteration
# expect: {1: 'same size', 2: 'same size'}
# expect: [2, 1, 0] (2, 1, 0) {0, 1, 2} [0, 1, 2] 6 3 [1, 0] {1: None, 0: None}
# expect: [0, 1, 4, 9] [9, 4, 1, 0] True iterator
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'NotIter' object is not iterable
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'set' object is not reversible
# expect: TypeError 'int' object is not reversible
# expect: 2 1 0
# expect: 3 [2, 1, 0]
# expect: [1, 2, 3] 5
# expect: [3, 2, 1] ['c', 'b', 'a'] [2, 1] [2, 1, 0] [98, 97]
# expect: list_reverseiterator reversed range_iterator
# expect: 3 [2, 1] end
# expect: ['r', 'e', 'v', 'e', 'r', 's', 'e', 'd']
# expect: 0 [1, 2] done
# expect: None
# expect: [2] ['1']
# expect: ValueError inside
# expect: ValueError inside
# expect: ValueError inside
# expect: TypeError 'Next' object is not iterable
# expect: 1
