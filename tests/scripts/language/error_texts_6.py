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
    lambda: sorted([1],2),
    lambda: enumerate(),
    lambda: reversed(3),
    lambda: "a".center(),
    lambda: "a".center("b"),
    lambda: "abc".replace("a"),
    lambda: "a".startswith(1),
    lambda: "a" in 3,
    lambda: 3 in "a",
    lambda: 1 < "a",
    lambda: [] < (),
    lambda: {} < {},
    lambda: not_defined,
    lambda: 10**10000 > 1e400,
    lambda: int(float("inf")),
    lambda: int(float("nan")),
    lambda: float(10**400),
    lambda: 1 << -1,
    lambda: __import__("nope_x"),
    lambda: bytes("x"),
]):
    t(i, fn)

# expect: 0 TypeError sorted expected 1 argument, got 2
# expect: 1 TypeError enumerate() missing required argument 'iterable'
# expect: 2 TypeError 'int' object is not reversible
# expect: 3 TypeError center expected at least 1 argument, got 0
# expect: 4 TypeError 'str' object cannot be interpreted as an integer
# expect: 5 TypeError replace expected at least 2 arguments, got 1
# expect: 6 TypeError startswith first arg must be str or a tuple of str, not int
# expect: 7 TypeError argument of type 'int' is not iterable
# expect: 8 TypeError 'in <string>' requires string as left operand, not int
# expect: 9 TypeError '<' not supported between instances of 'int' and 'str'
# expect: 10 TypeError '<' not supported between instances of 'list' and 'tuple'
# expect: 11 TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: 12 NameError name 'not_defined' is not defined
# expect: 13 False
# expect: 14 OverflowError cannot convert float infinity to integer
# expect: 15 ValueError cannot convert float NaN to integer
# expect: 16 OverflowError int too large to convert to float
# expect: 17 ValueError negative shift count
# expect: 18 ModuleNotFoundError No module named 'nope_x'
# expect: 19 TypeError string argument without an encoding
