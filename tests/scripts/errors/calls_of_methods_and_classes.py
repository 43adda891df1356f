def none(): pass
def two(a, b): pass
def posonly(a, b, /, c=1): pass
def konly(a, *, k, m=2, n): pass
def defaults(a, b=1, c=2): pass
def star(*args, k): pass
def kw(a, **kw): pass
class C:
    def m(self, x): pass
    @staticmethod
    def s(x): pass
    @classmethod
    def c(cls, x): pass
    def __call__(self, y): pass
class I:
    def __init__(self, x, y): pass
class E0: pass
calls = [
    'C().m()', 'C().m(1, 2)', 'C.m()', 'C.s()', 'C().s(1, 2)', 'C.c()', 'C.c(1, 2)', 'C()()', 'C()(1, z=2)', 'I()',
    'I(1)', 'I(1, 2, 3)', 'I(1, z=3)', 'E0(1)', 'E0(a=1)', '(lambda x: x)()', '(lambda: 0)(1)', 'C().q()',
    'object(1)', 'two(1, 2, *(), **{}, q=1)', 'two(*None)', 'two(**None)', 'kw(1, **[1])', 'defaults(1, d=1, e=2)',
    'konly(1, k=1, n=1, zz=1)', 'konly(k=1, n=1)', 'star()',
]
for c in calls:
    try:
        print(c, "ok", eval(c))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: C().m() -> TypeError: C.m() missing 1 required positional argument: 'x'
# expect: C().m(1, 2) -> TypeError: C.m() takes 2 positional arguments but 3 were given
# expect: C.m() -> TypeError: C.m() missing 2 required positional arguments: 'self' and 'x'
# expect: C.s() -> TypeError: C.s() missing 1 required positional argument: 'x'
# expect: C().s(1, 2) -> TypeError: C.s() takes 1 positional argument but 2 were given
# expect: C.c() -> TypeError: C.c() missing 1 required positional argument: 'x'
# expect: C.c(1, 2) -> TypeError: C.c() takes 2 positional arguments but 3 were given
# expect: C()() -> TypeError: C.__call__() missing 1 required positional argument: 'y'
# expect: C()(1, z=2) -> TypeError: C.__call__() got an unexpected keyword argument 'z'
# expect: I() -> TypeError: I.__init__() missing 2 required positional arguments: 'x' and 'y'
# expect: I(1) -> TypeError: I.__init__() missing 1 required positional argument: 'y'
# expect: I(1, 2, 3) -> TypeError: I.__init__() takes 3 positional arguments but 4 were given
# expect: I(1, z=3) -> TypeError: I.__init__() got an unexpected keyword argument 'z'
# expect: E0(1) -> TypeError: E0() takes no arguments
# expect: E0(a=1) -> TypeError: E0() takes no arguments
# expect: (lambda x: x)() -> TypeError: <lambda>() missing 1 required positional argument: 'x'
# expect: (lambda: 0)(1) -> TypeError: <lambda>() takes 0 positional arguments but 1 was given
# expect: C().q() -> AttributeError: 'C' object has no attribute 'q'
# expect: object(1) -> TypeError: object() takes no arguments
# expect: two(1, 2, *(), **{}, q=1) -> TypeError: two() got an unexpected keyword argument 'q'
# expect: two(*None) -> TypeError: __main__.two() argument after * must be an iterable, not NoneType
# expect: two(**None) -> TypeError: __main__.two() argument after ** must be a mapping, not NoneType
# expect: kw(1, **[1]) -> TypeError: __main__.kw() argument after ** must be a mapping, not list
# expect: defaults(1, d=1, e=2) -> TypeError: defaults() got an unexpected keyword argument 'd'
# expect: konly(1, k=1, n=1, zz=1) -> TypeError: konly() got an unexpected keyword argument 'zz'
# expect: konly(k=1, n=1) -> TypeError: konly() missing 1 required positional argument: 'a'
# expect: star() -> TypeError: star() missing 1 required keyword-only argument: 'k'
