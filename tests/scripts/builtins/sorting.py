# sort and sorted: stability, keys, reverse, user classes, errors.
import functools
def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)

print(sorted([3, 1, 2]), sorted('hello'), sorted((2.5, 1, True)), sorted({3: 1, 1: 2}), sorted([]), sorted([1]))
print(sorted([3, 1, 2], reverse=True), sorted(['b', 'A', 'c'], key=str.lower), sorted([-3, 2, -1], key=abs))
words = ['banana', 'kiwi', 'apple', 'fig', 'cherry', 'date']
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (len(w), w)))
print(sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([[2], [1, 5], [1]]))
pairs = [(i % 3, i) for i in range(12)]
print(sorted(pairs, key=lambda p: p[0]))
print(sorted(pairs, key=lambda p: p[0], reverse=True))
a = [5, 3, 9, 1]
print(a.sort(), a)
a.sort(reverse=True)
print(a)
a.sort(key=lambda x: x % 4)
print(a)
error(sorted, [1, 'a'])
error(sorted, [1, None, 2])
error(sorted, 5)
error([3, 2].sort, 1)
error(sorted, [1], 2)
error(sorted, [1], foo=2)
error(sorted, [1, 2], key=5)


class Item:
    def __init__(self, n, tag):
        self.n, self.tag = n, tag
    def __lt__(self, o):
        return self.n < o.n
    def __repr__(self):
        return f'{self.n}{self.tag}'


items = [Item(n * 7 % 10, chr(97 + n)) for n in range(26)]
print(sorted(items))
print(sorted(items, reverse=True))
items.sort(key=lambda i: i.tag, reverse=True)
print(items)
print(sorted([Item(2, 'x'), Item(1, 'y')], key=lambda i: i))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda x, y: y - x)))


def modify(x):
    victim.append(x)
    return x


victim = [3, 2, 1]
try:
    victim.sort(key=modify)
except ValueError as e:
    print(e)


def fail(x):
    if x == 2:
        raise KeyError('key')
    return x


kept = [3, 2, 1]
try:
    kept.sort(key=fail)
except KeyError:
    print(kept)
import random
random.seed(5)
big = [random.randrange(1000) for _ in range(5000)]
print(sorted(big) == sorted(big, key=lambda x: x), sorted(big)[:10], sorted(big, reverse=True)[:10])
floats = [random.random() for _ in range(1000)]
s = sorted(floats)
print(all(s[i] <= s[i + 1] for i in range(999)), sorted(s) == s, sorted(floats, reverse=True) == s[::-1])
print(sorted([2 ** 70, -2 ** 70, 5, 1.5, 2 ** 60]), sorted([True, False, 0, 1]))
print(sorted(str(i) for i in range(15)), sorted([b'b', b'a']))
class Rev(str):
    def __lt__(self, o):
        return str.__gt__(self, o)
print(sorted([Rev('a'), Rev('c'), Rev('b')]))

# --- expected output, as CPython 3.11 prints it
# expect: [1, 2, 3] ['e', 'h', 'l', 'l', 'o'] [1, True, 2.5] [1, 3] [] [1]
# expect: [3, 2, 1] ['A', 'b', 'c'] [-1, 2, -3]
# expect: ['fig', 'kiwi', 'date', 'apple', 'banana', 'cherry'] ['banana', 'cherry', 'apple', 'kiwi', 'date', 'fig'] ['fig', 'date', 'kiwi', 'apple', 'banana', 'cherry']
# expect: [(0, 'z'), (1, 'a'), (1, 'b')] [[1], [1, 5], [2]]
# expect: [(0, 0), (0, 3), (0, 6), (0, 9), (1, 1), (1, 4), (1, 7), (1, 10), (2, 2), (2, 5), (2, 8), (2, 11)]
# expect: [(2, 2), (2, 5), (2, 8), (2, 11), (1, 1), (1, 4), (1, 7), (1, 10), (0, 0), (0, 3), (0, 6), (0, 9)]
# expect: None [1, 3, 5, 9]
# expect: [9, 5, 3, 1]
# expect: [9, 5, 1, 3]
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError '<' not supported between instances of 'NoneType' and 'int'
# expect: TypeError 'int' object is not iterable
# expect: TypeError sort() takes no positional arguments
# expect: TypeError sorted expected 1 argument, got 2
# expect: TypeError 'foo' is an invalid keyword argument for sort()
# expect: TypeError 'int' object is not callable
# expect: [0a, 0k, 0u, 1d, 1n, 1x, 2g, 2q, 3j, 3t, 4c, 4m, 4w, 5f, 5p, 5z, 6i, 6s, 7b, 7l, 7v, 8e, 8o, 8y, 9h, 9r]
# expect: [9h, 9r, 8e, 8o, 8y, 7b, 7l, 7v, 6i, 6s, 5f, 5p, 5z, 4c, 4m, 4w, 3j, 3t, 2g, 2q, 1d, 1n, 1x, 0a, 0k, 0u]
# expect: [5z, 8y, 1x, 4w, 7v, 0u, 3t, 6s, 9r, 2q, 5p, 8o, 1n, 4m, 7l, 0k, 3j, 6i, 9h, 2g, 5f, 8e, 1d, 4c, 7b, 0a]
# expect: [1y, 2x]
# expect: [3, 2, 1]
# expect: list modified during sort
# expect: [3, 2, 1]
# expect: True [0, 0, 0, 0, 0, 1, 1, 1, 1, 1] [999, 999, 999, 999, 999, 998, 998, 998, 998, 998]
# expect: True True True
# expect: [-1180591620717411303424, 1.5, 5, 1152921504606846976, 1180591620717411303424] [False, 0, True, 1]
# expect: ['0', '1', '10', '11', '12', '13', '14', '2', '3', '4', '5', '6', '7', '8', '9'] [b'a', b'b']
# expect: ['c', 'b', 'a']
