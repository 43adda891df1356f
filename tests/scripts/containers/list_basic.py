# list: methods, indices, slices and their errors.
def error(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)

a = [3, 1, 2]
a.append(5)
a.extend((7, 8))
a.extend('xy')
a.extend(range(2))
a.extend({9: 1})
a += [10]
a += (11,)
print(a, len(a))
a.insert(0, 'first')
a.insert(100, 'last')
a.insert(-1, 'before last')
print(a.pop(), a.pop(0), a.pop(-1), a)
print(a.index(2), a.count(2), a.count('nope'))
error(a.index, 'nope')
error(a.index, 3, 1)
error(a.remove, 'nope')
a.remove('x')
a.reverse()
print(a, a.copy() == a)
error([].pop)
error([1].pop, 5)
error(lambda: a[100])
error(lambda: a['x'])
error(lambda: a[1.0])
error(lambda: a[2 ** 70])
b = list(range(10))
print(b[2:5], b[:3], b[7:], b[-3:], b[::2], b[::-1], b[8:2:-2], b[5:2], b[-100:100], b[::-3])
b[2:5] = ['a', 'b']
print(b)
b[1:1] = [100, 200]
b[::2] = range(len(b[::2]))
print(b)
error(lambda: b.__setitem__(slice(None, None, 2), [1]))
error(lambda: b.__setitem__(slice(0, 1), 5))
error(lambda: b.__setitem__(slice(0, 4, 2), 5))
error(lambda: b.__setitem__(99, 5))
error(lambda: b.__delitem__(99))
error(lambda: b[::0])
del b[0]
del b[-1]
del b[1:3]
print(b)
del b[::2]
print(b)
c = list(range(12))
del c[10:2:-3]
print(c)
c[3:6] = []
c[len(c):] = [1, 2]
print(c)
c[:] = 'abc'
print(c, c * 2, 2 * c, c * 0, c * -1)
c *= 3
print(c)
error(lambda: [1] + (2,))
error(lambda: [1] * 'a')
error(lambda: [1] * 1.5)
error(lambda: [1] + None)
c.clear()
print(c, bool(c))
print([1, 2] == [1, 2], [1, 2] < [1, 3], [1, 2] < [1, 2, 0], [2] > [1, 9], [1] <= [1], [] < [0], [1, 'a'] == [1, 'b'])
error(lambda: [1] < ['a'])
error(lambda: [1] < (1,))
print(list('hello'), list(range(3)), list({1: 2}), list(), list((i * i for i in range(4))))
error(list, 5)
error(list, 1, 2)


class Index:
    def __init__(self, n):
        self.n = n
    def __index__(self):
        return self.n


e = [0, 1, 2, 3, 4]
print(e[Index(2)], e[Index(1):Index(4)], e[True])
e[Index(0)] = 'zero'
del e[Index(-1)]
print(e)
x = [1, 2]
x.append(x)
print(x)
nested = [[0] * 3 for _ in range(3)]
nested[1][2] = 5
print(nested)
print(3 in [1, 2, 3], 'x' in ['y'], float('nan') in [1.0], [1] in [[1], [2]])
big = []
for n in range(100000):
    big.append(n)
print(len(big), big[50000], sum(big))
big[10:99990] = []
print(big)
big.extend(big)
print(len(big))
self_assign = [1, 2, 3]
self_assign[1:2] = self_assign
print(self_assign)


class L(list):
    def __init__(self, *items):
        super().__init__(items)
        self.tag = 'tagged'


m = L(1, 2, 3)
print(m, m.tag, len(m), m[0], m == [1, 2, 3], type(m[:2]).__name__, isinstance(m, list))
m.append(4)
m.tag = 'other'
print(m, m.tag)

# --- expected output, as CPython 3.11 prints it
# expect: [3, 1, 2, 5, 7, 8, 'x', 'y', 0, 1, 9, 10, 11] 13
# expect: last first before last [3, 1, 2, 5, 7, 8, 'x', 'y', 0, 1, 9, 10, 11]
# expect: 2 1 0
# expect: ValueError 'nope' is not in list
# expect: ValueError 3 is not in list
# expect: ValueError list.remove(x): x not in list
# expect: [11, 10, 9, 1, 0, 'y', 8, 7, 5, 2, 1, 3] True
# expect: IndexError pop from empty list
# expect: IndexError pop index out of range
# expect: IndexError list index out of range
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError list indices must be integers or slices, not float
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [7, 8, 9] [0, 2, 4, 6, 8] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [9, 6, 3, 0]
# expect: [0, 1, 'a', 'b', 5, 6, 7, 8, 9]
# expect: [0, 100, 1, 1, 2, 'b', 3, 6, 4, 8, 5]
# expect: ValueError attempt to assign sequence of size 1 to extended slice of size 6
# expect: TypeError can only assign an iterable
# expect: TypeError must assign iterable to extended slice
# expect: IndexError list assignment index out of range
# expect: IndexError list assignment index out of range
# expect: ValueError slice step cannot be zero
# expect: [100, 2, 'b', 3, 6, 4, 8]
# expect: [2, 3, 4]
# expect: [0, 1, 2, 3, 5, 6, 8, 9, 11]
# expect: [0, 1, 2, 8, 9, 11, 1, 2]
# expect: ['a', 'b', 'c'] ['a', 'b', 'c', 'a', 'b', 'c'] ['a', 'b', 'c', 'a', 'b', 'c'] [] []
# expect: ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c']
# expect: TypeError can only concatenate list (not "tuple") to list
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: TypeError can't multiply sequence by non-int of type 'float'
# expect: TypeError can only concatenate list (not "NoneType") to list
# expect: [] False
# expect: True True True True True True False
# expect: TypeError '<' not supported between instances of 'int' and 'str'
# expect: TypeError '<' not supported between instances of 'list' and 'tuple'
# expect: ['h', 'e', 'l', 'l', 'o'] [0, 1, 2] [1] [] [0, 1, 4, 9]
# expect: TypeError 'int' object is not iterable
# expect: TypeError list expected at most 1 argument, got 2
# expect: 2 [1, 2, 3] 1
# expect: ['zero', 1, 2, 3]
# expect: [1, 2, [...]]
# expect: [[0, 0, 0], [0, 0, 5], [0, 0, 0]]
# expect: True False False True
# expect: 100000 50000 4999950000
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99990, 99991, 99992, 99993, 99994, 99995, 99996, 99997, 99998, 99999]
# expect: 40
# expect: [1, 1, 2, 3, 3]
# expect: [1, 2, 3] tagged 3 1 True list True
# expect: [1, 2, 3, 4] other
