import functools
def trace(fn):
    @functools.wraps(fn)
    def w(*a, **k):
        r = fn(*a, **k)
        print(f"{fn.__name__}{a}{k} = {r}")
        return r
    return w
@trace
def add(a, b=2):
    "adds"
    return a + b
add(1); add(1, b=5)
print(add.__name__, add.__doc__, add.__wrapped__(2, 3), add.__qualname__)
def times(n):
    def deco(f):
        def w(*a): return [f(*a) for _ in range(n)]
        return w
    return deco
@times(2)
@times(3)
def x(): return 0
print(x())
class Memo:
    def __init__(self, f): self.f, self.c = f, {}
    def __call__(self, n):
        if n not in self.c: self.c[n] = self.f(n)
        return self.c[n]
@Memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.c))
reg = {}
@reg.setdefault
def plain(): return 1
print(plain, list(reg)[0].__name__)
@lambda f: f()
def value(): return 42
print(value)
@[trace, times(2)][1]
def y(): return "y"
print(y())
def cd(cls):
    cls.extra = lambda self: "extra " + type(self).__name__
    return cls
@cd
class K:
    @staticmethod
    @trace
    def s(a): return a
    @classmethod
    @trace
    def c(cls): return cls.__name__
    @property
    @trace
    def p(self): return 7
print(K().extra(), K.s(3), K().c(), end=" ")
try:
    @5
    def bad(): pass
except TypeError as e: print(e)
try:
    @undefined
    class Bad: pass
except NameError as e: print(e)
@print
class Printed: pass
print(Printed)
print(staticmethod(len)("abc"), staticmethod(add).__wrapped__.__name__, K.__dict__["s"].__func__.__name__)

# expect: add(1,){} = 3
# expect: add(1,){'b': 5} = 6
# expect: add adds 5 add
# expect: [[0, 0, 0], [0, 0, 0]]
# expect: 23416728348467685 81
# expect: None plain
# expect: 42
# expect: ['y', 'y']
# expect: s(3,){} = 3
# expect: c(<class '__main__.K'>,){} = K
# expect: extra K 3 K 'int' object is not callable
# expect: name 'undefined' is not defined
# expect: <class '__main__.Printed'>
# expect: None
# expect: 3 add s
