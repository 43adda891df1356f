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
    lambda: int([]),
    lambda: float("q"),
    lambda: [].append(),
    lambda: [1].index(2),
    lambda: {}["x"],
    lambda: [1][3],
    lambda: (1,)[2],
    lambda: "abc"[9],
    lambda: 1/0,
    lambda: 1%0,
    lambda: 1.0//0,
    lambda: 2**-1,
    lambda: 0**-1,
    lambda: "a"+1,
    lambda: 1+"a",
    lambda: [1]+(2,),
    lambda: "a"*"b",
    lambda: -"a",
    lambda: None.x,
    lambda: (1).foo,
]):
    t(i, fn)

# expect: 0 TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: 1 ValueError could not convert string to float: 'q'
# expect: 2 TypeError list.append() takes exactly one argument (0 given)
# expect: 3 ValueError 2 is not in list
# expect: 4 KeyError 'x'
# expect: 5 IndexError list index out of range
# expect: 6 IndexError tuple index out of range
# expect: 7 IndexError string index out of range
# expect: 8 ZeroDivisionError division by zero
# expect: 9 ZeroDivisionError integer modulo by zero
# expect: 10 ZeroDivisionError float floor division by zero
# expect: 11 0.5
# expect: 12 ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: 13 TypeError can only concatenate str (not "int") to str
# expect: 14 TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: 15 TypeError can only concatenate list (not "tuple") to list
# expect: 16 TypeError can't multiply sequence by non-int of type 'str'
# expect: 17 TypeError bad operand type for unary -: 'str'
# expect: 18 AttributeError 'NoneType' object has no attribute 'x'
# expect: 19 AttributeError 'int' object has no attribute 'foo'
