# ==, < and in: reflected operands, NotImplemented, user classes inside containers.
def error(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)

print(1 == 1.0, 1 == True, 'a' == 1, None == None, None == 0, [] == (), {} == set(), b'a' == 'a')
print(1 != 2, 'a' != 'a', None != 0, [1] != [2])
print(1 < 2.5, 'a' < 'b', b'a' < b'b', True < 2, (1, 'a') < (1, 'b'))
for a, b in ((1, 'a'), (None, 1), ([], ()), ({}, {}), (object, 1), (1j, 2j)):
    error(lambda: a < b)
    error(lambda: a >= b)


class V:
    def __init__(self, n):
        self.n = n
    def __repr__(self):
        return f'V{self.n}'
    def __eq__(self, o):
        print('eq', self.n, getattr(o, 'n', o))
        return self.n == getattr(o, 'n', o)
    def __lt__(self, o):
        print('lt', self.n, getattr(o, 'n', o))
        return self.n < getattr(o, 'n', o)


print(V(1) == V(1), V(1) != V(2), V(1) == 1, 1 == V(1), V(1) < V(2), V(1) > V(2), 5 > V(1))
error(lambda: V(1) <= V(2))
print([V(1), V(2)] == [V(1), V(2)], [V(1)] == [V(2)], (V(1), 5) < (V(1), 6))
print(V(2) in [V(1), V(2), V(3)], 2 in (V(1), V(2)), V(9) in [1, 9])
print([V(1), V(2), V(1)].count(V(1)), [V(1), V(2)].index(V(2)))
error([V(1)].index, V(5))
items = [V(1), V(2)]
items.remove(V(2))
print(len(items))


class Sub(V):
    def __eq__(self, o):
        print('sub eq')
        return NotImplemented


print(V(1) == Sub(1), Sub(1) == V(2), Sub(1) == Sub(1))


class N:
    def __eq__(self, o):
        return NotImplemented
    def __lt__(self, o):
        return NotImplemented


print(N() == N(), N() == 1, N() != 1)
error(lambda: N() < N())
error(lambda: N() < 1)


class Weird:
    def __eq__(self, o):
        return 'truthy'
    def __ne__(self, o):
        return []


print(Weird() == 1, Weird() != 1, 1 == Weird(), [Weird()] == [1], [Weird()] != [1])


class C:
    def __contains__(self, x):
        return x * 2


class It:
    def __iter__(self):
        return iter([1, 2, 3])


class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError(i)
        return i * 10


print(1 in C(), 0 in C(), 2 in It(), 5 in It(), 20 in Seq(), 21 in Seq(), list(Seq()))
print(3 not in [1], 3 not in [3], 'b' in 'abc', 'bd' in 'abc', '' in '', 98 in b'abc')
error(lambda: 1 in 5)
error(lambda: 1 in 'abc')
print(V(1) is V(1), [1, 2] is [1, 2])
nan = float('nan')
print(nan == nan, [nan] == [nan], nan in [nan], (nan,) == (nan,), nan != nan)


class B:
    def __bool__(self):
        return False


class Len:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n


class BadBool:
    def __bool__(self):
        return 1


print(bool(B()), bool(Len(0)), bool(Len(3)), not B(), len(Len(4)), bool(object()))
error(lambda: bool(BadBool()))
error(lambda: len(Len(-1)))
error(lambda: len(Len('a')))
error(lambda: len(5))
error(lambda: len(iter([])))
print([x for x in (0, '', [], {}, None, 1, 'a', [0], range(0), 0.0, b'') if x])

# --- expected output, as CPython 3.11 prints it
# expect: True True False True False False False False
# expect: True False True True
# expect: True True True True True
# expect: TypeError '<' not supported between instances of 'int' and 'str'
# expect: TypeError '>=' not supported between instances of 'int' and 'str'
# expect: TypeError '<' not supported between instances of 'NoneType' and 'int'
# expect: TypeError '>=' not supported between instances of 'NoneType' and 'int'
# expect: TypeError '<' not supported between instances of 'list' and 'tuple'
# expect: TypeError '>=' not supported between instances of 'list' and 'tuple'
# expect: TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError '>=' not supported between instances of 'dict' and 'dict'
# expect: TypeError '<' not supported between instances of 'type' and 'int'
# expect: TypeError '>=' not supported between instances of 'type' and 'int'
# expect: TypeError '<' not supported between instances of 'complex' and 'complex'
# expect: TypeError '>=' not supported between instances of 'complex' and 'complex'
# expect: eq 1 1
# expect: eq 1 2
# expect: eq 1 1
# expect: eq 1 1
# expect: lt 1 2
# expect: lt 2 1
# expect: lt 1 5
# expect: True True True True True False True
# expect: TypeError '<=' not supported between instances of 'V' and 'V'
# expect: eq 1 1
# expect: eq 2 2
# expect: eq 1 2
# expect: eq 1 1
# expect: True False True
# expect: eq 1 2
# expect: eq 2 2
# expect: eq 1 2
# expect: eq 2 2
# expect: eq 9 1
# expect: eq 9 9
# expect: True True True
# expect: eq 1 1
# expect: eq 2 1
# expect: eq 1 1
# expect: eq 1 2
# expect: eq 2 2
# expect: 2 1
# expect: eq 1 5
# expect: ValueError V5 is not in list
# expect: eq 1 2
# expect: eq 2 2
# expect: 1
# expect: sub eq
# expect: eq 1 1
# expect: sub eq
# expect: eq 2 1
# expect: sub eq
# expect: sub eq
# expect: True False False
# expect: False False True
# expect: TypeError '<' not supported between instances of 'N' and 'N'
# expect: TypeError '<' not supported between instances of 'N' and 'int'
# expect: truthy [] truthy True False
# expect: True False True False True False [0, 10, 20, 30]
# expect: True False True False True True
# expect: TypeError argument of type 'int' is not iterable
# expect: TypeError 'in <string>' requires string as left operand, not int
# expect: False False
# expect: False True True True True
# expect: False False True True 4 True
# expect: TypeError __bool__ should return bool, returned int
# expect: ValueError __len__() should return >= 0
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError object of type 'int' has no len()
# expect: TypeError object of type 'list_iterator' has no len()
# expect: [1, 'a', [0]]
