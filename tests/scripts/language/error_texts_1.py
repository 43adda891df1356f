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
    lambda: f(1),
    lambda: f(1,2,3),
    lambda: f(1,2,3,4,d=1),
    lambda: f(a=1,b=2,c=3,d=4),
    lambda: f(1,2,c=3,d=4,e=5),
    lambda: g(1),
    lambda: g(x=1),
    lambda: A().m(),
    lambda: A().m(1,2,3),
    lambda: A.s(),
    lambda: A.k(),
    lambda: A(1),
    lambda: f(1,2,2,c=3,d=1),
    lambda: f(*5),
    lambda: f(**5),
    lambda: f(**{1:2}),
    lambda: len(),
    lambda: len(1),
    lambda: len(1,2),
    lambda: int("x"),
]):
    t(i, fn)

# expect: 0 TypeError f() missing 2 required positional arguments: 'b' and 'c'
# expect: 1 TypeError f() missing 1 required keyword-only argument: 'd'
# expect: 2 TypeError f() takes 3 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# expect: 3 TypeError f() got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: 4 TypeError f() got an unexpected keyword argument 'e'
# expect: 5 TypeError g() takes 0 positional arguments but 1 was given
# expect: 6 TypeError g() got an unexpected keyword argument 'x'
# expect: 7 TypeError A.m() missing 1 required positional argument: 'a'
# expect: 8 TypeError A.m() takes from 2 to 3 positional arguments but 4 were given
# expect: 9 TypeError A.s() missing 1 required positional argument: 'a'
# expect: 10 TypeError A.k() missing 1 required positional argument: 'a'
# expect: 11 TypeError A() takes no arguments
# expect: 12 TypeError f() got multiple values for argument 'c'
# expect: 13 TypeError __main__.f() argument after * must be an iterable, not int
# expect: 14 TypeError __main__.f() argument after ** must be a mapping, not int
# expect: 15 TypeError keywords must be strings
# expect: 16 TypeError len() takes exactly one argument (0 given)
# expect: 17 TypeError object of type 'int' has no len()
# expect: 18 TypeError len() takes exactly one argument (2 given)
# expect: 19 ValueError invalid literal for int() with base 10: 'x'
