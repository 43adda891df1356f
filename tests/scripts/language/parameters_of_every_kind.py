def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6), f(1, d=4, c=7, z=8), f(*[1, 2], *"x", **{"d": 1}, **{"q": 2}), f(1, d=4, **{"a": 10, "b": 20}))
def g(*, x=1): return x
def h(*a, **k): return a, k
def m(x, l=[]): l.append(x); return l
print(g(), g(x=2), h(), h(1, y=2), m(1), m(2), m(3, []), m.__defaults__, g.__kwdefaults__)
def ann(a: int, b: "str" = "q", *c: 1 + 1, d: list[int] = (), **e: None) -> float: pass
print(ann.__annotations__, ann.__defaults__, ann.__kwdefaults__)
i = 5
def late(x=i): return x
i = 6
print(late(), (lambda x, *y, z=1, **k: (x, y, z, k))(1, 2, z=3, w=4), (lambda: (yield))().__class__.__name__)
print(f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__code__.co_varnames)
f.__defaults__ = (20, 30); print(f(1, d=0)); f.__defaults__ = None
try: f(1, d=0)
except TypeError as e: print(e)
g.__kwdefaults__ = {"x": "changed"}; print(g()); g.__kwdefaults__ = None
try: g()
except TypeError as e: print(e)
def outer(fn, /, *args, **kwargs): return fn(*args, **kwargs)
print(outer(h, 1, fn=2), outer(outer, h, 3), outer(sorted, [2, 1], reverse=True))
class C:
    def __call__(self, *a, **k): return "called", a, k
    def meth(self, self2=None, /, **kw): return self2, kw
print(C()(1, k=2), C().meth(self=1), C().meth(5, self2=6))
def order(**kw): return list(kw)
print(order(z=1, a=2, **{"m": 3}), h(*range(3), *{}, **{}), h(*(x for x in "ab")), h(**{"not identifier": 1, "class": 2}))
f.attr = 1; print(f.attr, f.__dict__, f.__name__, f.__qualname__, f.__module__, f.__doc__)
print(h(*[1], 2, *[3], k=4, **{"l": 5}), h(* [1] + [2], ** {"a": 1} | {"b": 2}), (h)(*()), [h][0]( * "x" ))

# expect: (1, 2, 3, (), 4, 5, {}) (1, 2, 3, (4, 5), 6, 5, {}) (1, 2, 7, (), 4, 5, {'z': 8}) (1, 2, 'x', (), 1, 5, {'q': 2}) (1, 2, 3, (), 4, 5, {'a': 10, 'b': 20})
# expect: 1 2 ((), {}) ((1,), {'y': 2}) [1, 2] [1, 2] [3] ([1, 2],) {'x': 1}
# expect: {'a': <class 'int'>, 'b': 'str', 'c': 2, 'd': list[int], 'e': None, 'return': <class 'float'>} ('q',) {'d': ()}
# expect: 5 (1, (2,), 3, {'w': 4}) generator
# expect: 3 2 2 ('a', 'b', 'c', 'd', 'e', 'args', 'kw')
# expect: (1, 20, 30, (), 0, 5, {})
# expect: f() missing 2 required positional arguments: 'b' and 'c'
# expect: changed
# expect: g() missing 1 required keyword-only argument: 'x'
# expect: ((1,), {'fn': 2}) ((3,), {}) [2, 1]
# expect: ('called', (1,), {'k': 2}) (None, {'self': 1}) (5, {'self2': 6})
# expect: ['z', 'a', 'm'] ((0, 1, 2), {}) (('a', 'b'), {}) ((), {'not identifier': 1, 'class': 2})
# expect: 1 {'attr': 1} f f __main__ None
# expect: ((1, 2, 3), {'k': 4, 'l': 5}) ((1, 2), {'a': 1, 'b': 2}) ((), {}) (('x',), {})
