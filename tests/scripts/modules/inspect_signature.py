import functools
import inspect


def f(a, b=1, /, c: int = 2, *args, d, e: str = "x", **rest) -> bool:
    """A function."""


class C:
    def __init__(self, x, y=0):
        pass

    def method(self, z):
        pass

    @staticmethod
    def plain(q):
        pass

    def __call__(self, n):
        pass


@functools.wraps(f)
def wrapped(*args, **kwargs):
    pass


for thing in (f, C, C.method, C(1).method, C.plain, C(1), wrapped, lambda x, *, y: 0, functools.partial(f, 1, c=5)):
    print(inspect.signature(thing))
for p in inspect.signature(f).parameters.values():
    print(p.name, str(p.kind), p.kind.description, p.default is inspect.Parameter.empty)
bound = inspect.signature(f).bind(1, 2, 3, 4, d=5, z=6)
print(bound.args, bound.kwargs, dict(bound.arguments))
bound = inspect.signature(C).bind(1)
bound.apply_defaults()
print(bound)
for call in ((), (1, 2, 3, 4)):
    try:
        inspect.signature(C).bind(*call)
    except TypeError as e:
        print(e)
print(inspect.getfullargspec(f))

# expect: (a, b=1, /, c: int = 2, *args, d, e: str = 'x', **rest) -> bool
# expect: (x, y=0)
# expect: (self, z)
# expect: (z)
# expect: (q)
# expect: (n)
# expect: (a, b=1, /, c: int = 2, *args, d, e: str = 'x', **rest) -> bool
# expect: (x, *, y)
# expect: (b=1, /, *, c: int = 5, d, e: str = 'x', **rest) -> bool
# expect: a POSITIONAL_ONLY positional-only True
# expect: b POSITIONAL_ONLY positional-only False
# expect: c POSITIONAL_OR_KEYWORD positional or keyword False
# expect: args VAR_POSITIONAL variadic positional True
# expect: d KEYWORD_ONLY keyword-only True
# expect: e KEYWORD_ONLY keyword-only False
# expect: rest VAR_KEYWORD variadic keyword True
# expect: (1, 2, 3, 4) {'d': 5, 'z': 6} {'a': 1, 'b': 2, 'c': 3, 'args': (4,), 'd': 5, 'rest': {'z': 6}}
# expect: <BoundArguments (x=1, y=0)>
# expect: missing a required argument: 'x'
# expect: too many positional arguments
# expect: FullArgSpec(args=['a', 'b', 'c'], varargs='args', varkw='rest', defaults=(1, 2), kwonlyargs=['d', 'e'], kwonlydefaults={'e': 'x'}, annotations={'return': <class 'bool'>, 'c': <class 'int'>, 'e': <class 'str'>})
