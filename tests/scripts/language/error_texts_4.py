def t(name, f):
    try:
        print(name, f())
    except BaseException as e:
        print(name, type(e).__name__, e)
class A:
    def m(self, a, b=1, *, c): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def k(cls, a): pass
def f(a, b, /, c, *, d): pass
def g(): pass

for i, fn in enumerate([
    lambda: ord("ab"),
    lambda: range(1,2,0),
    lambda: [1,2,3][::0],
    lambda: int("12",99),
    lambda: isinstance(1,2),
    lambda: issubclass(1,int),
    lambda: type(1,2),
    lambda: abs("a"),
    lambda: round("a"),
    lambda: pow(1,2,0),
    lambda: divmod(1,0),
    lambda: zip(1),
    lambda: list(map(1,[1])),
    lambda: dict([1]),
    lambda: dict([(1,2,3)]),
    lambda: set([[]]),
    lambda: {1}|[2],
    lambda: [].pop(),
    lambda: {}.popitem(),
    lambda: set().pop(),
]):
    t(i, fn)

# expect: 0 TypeError ord() expected a character, but string of length 2 found
# expect: 1 ValueError range() arg 3 must not be zero
# expect: 2 ValueError slice step cannot be zero
# expect: 3 ValueError int() base must be >= 2 and <= 36, or 0
# expect: 4 TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: 5 TypeError issubclass() arg 1 must be a class
# expect: 6 TypeError type() takes 1 or 3 arguments
# expect: 7 TypeError bad operand type for abs(): 'str'
# expect: 8 TypeError type str doesn't define __round__ method
# expect: 9 ValueError pow() 3rd argument cannot be 0
# expect: 10 ZeroDivisionError integer division or modulo by zero
# expect: 11 TypeError 'int' object is not iterable
# expect: 12 TypeError 'int' object is not callable
# expect: 13 TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: 14 ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: 15 TypeError unhashable type: 'list'
# expect: 16 TypeError unsupported operand type(s) for |: 'set' and 'list'
# expect: 17 IndexError pop from empty list
# expect: 18 KeyError 'popitem(): dictionary is empty'
# expect: 19 KeyError 'pop from an empty set'
