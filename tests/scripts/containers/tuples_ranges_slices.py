# tuple, range and slice.
def error(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)

t = (1, 'a', None, 2.5)
print(t, (), (1,), t[0], t[-1], t[1:3], t[::-1], len(t), t + (5,), t * 2, 2 * t, () * 5)
print(t.index('a'), t.count(1), 'a' in t, 'b' in t, tuple('abc'), tuple([1, 2]), tuple(), tuple(range(3)))
error(lambda: t[9])
error(lambda: t['x'])
error(lambda: t.index('nope'))
error(lambda: (1,) + [2])
error(lambda: (1,) * 'a')
error(lambda: t.__setitem__)
error(tuple, 5)
print((1, 2) < (1, 3), (1, 2) == (1, 2.0), (1,) < (1, 0), () == (), (1, [2]) == (1, [2]))
print(hash((1, 2, 3)), hash(()), hash((1,)), hash((1, (2, (3, 4)))), hash((0.5, True)))
error(lambda: hash(([],)))
error(lambda: (1, 'a') < (1, 2))
a, *b, c = (1, 2, 3, 4)
print(a, b, c, t[:] is t, tuple(t) is t)


class T(tuple):
    def first(self):
        return self[0]


x = T([1, 2])
print(x, x.first(), x == (1, 2), type(x + (1,)).__name__, isinstance(x, tuple))

r = range(10)
print(r, range(2, 10, 3), list(range(2, 10, 3)), list(range(10, 0, -3)), list(range(5, 5)), len(range(0, 100, 7)))
print(r[3], r[-1], r[2:5], r[::-1], range(0, 20, 2)[1:4], range(10)[5:2])
print(5 in r, 10 in r, 4 in range(0, 10, 3), 9 in range(0, 10, 3), 5.0 in r, 5.5 in r, 'a' in r, True in r)
print(r.index(4), r.count(4), r.count(40), r.start, r.stop, r.step)
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)))
error(range)
error(range, 1, 2, 0)
error(range, 1.5)
error(range, 'a')
error(lambda: r[10])
error(lambda: r.index(50))
error(lambda: range(1, 2, 3, 4))
print(bool(range(0)), bool(range(1)), list(reversed(range(0, 10, 3))))
huge = range(2 ** 70, 2 ** 70 + 5)
print(list(huge), huge[2], 2 ** 70 + 1 in huge, len(huge), huge)
print(list(range(2 ** 62, 2 ** 62 + 4, 2)), list(range(-2 ** 63, -2 ** 63 + 2)))
error(len, range(2 ** 80))
print(range(2 ** 80)[2 ** 79], list(reversed(huge)))
for i in range(3, -4, -3):
    print(i, end=' ')
print()

s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s == slice(1, 10, 2), s.indices(6), slice(None, None, -1).indices(5))
print(slice(-3, None).indices(10), slice(100, 200).indices(5), slice(2, -1).indices(0))
error(lambda: hash(slice(1)))
error(lambda: slice(1, 2, 0).indices(3))
error(lambda: slice('a').indices(3))
print('abcdef'[slice(1, 4)], [1, 2, 3][slice(None, None, -1)])

# --- expected output, as CPython 3.11 prints it
# expect: (1, 'a', None, 2.5) () (1,) 1 2.5 ('a', None) (2.5, None, 'a', 1) 4 (1, 'a', None, 2.5, 5) (1, 'a', None, 2.5, 1, 'a', None, 2.5) (1, 'a', None, 2.5, 1, 'a', None, 2.5) ()
# expect: 1 1 True False ('a', 'b', 'c') (1, 2) () (0, 1, 2)
# expect: IndexError tuple index out of range
# expect: TypeError tuple indices must be integers or slices, not str
# expect: ValueError tuple.index(x): x not in tuple
# expect: TypeError can only concatenate tuple (not "list") to tuple
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: AttributeError 'tuple' object has no attribute '__setitem__'
# expect: TypeError 'int' object is not iterable
# expect: True True True True True
# expect: 529344067295497451 5740354900026072187 -6644214454873602895 932104630056314162 -8572458927399070566
# expect: TypeError unhashable type: 'list'
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: 1 [2, 3] 4 True True
# expect: (1, 2) 1 True tuple True
# expect: range(0, 10) range(2, 10, 3) [2, 5, 8] [10, 7, 4, 1] [] 15
# expect: 3 9 range(2, 5) range(9, -1, -1) range(2, 8, 2) range(5, 2)
# expect: True False False True True False False True
# expect: 4 1 0 0 10 1
# expect: True True True True
# expect: TypeError range expected at least 1 argument, got 0
# expect: ValueError range() arg 3 must not be zero
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: IndexError range object index out of range
# expect: ValueError 50 is not in range
# expect: TypeError range expected at most 3 arguments, got 4
# expect: False True [9, 6, 3, 0]
# expect: [1180591620717411303424, 1180591620717411303425, 1180591620717411303426, 1180591620717411303427, 1180591620717411303428] 1180591620717411303426 True 5 range(1180591620717411303424, 1180591620717411303429)
# expect: [4611686018427387904, 4611686018427387906] [-9223372036854775808, -9223372036854775807]
# expect: OverflowError Python int too large to convert to C ssize_t
# expect: 604462909807314587353088 [1180591620717411303428, 1180591620717411303427, 1180591620717411303426, 1180591620717411303425, 1180591620717411303424]
# expect: 3 0 -3 
# expect: slice(1, 10, 2) 1 10 2 slice(None, 5, None) slice(None, None, None) True (1, 6, 2) (4, -1, -1)
# expect: (7, 10, 1) (5, 5, 1) (0, 0, 1)
# expect: TypeError unhashable type: 'slice'
# expect: ValueError slice step cannot be zero
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: bcd [3, 2, 1]
