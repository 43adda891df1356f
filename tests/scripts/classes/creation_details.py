class A:
    """Doc."""
    x: int = 1
    def __new__(cls, *a, **k):
        print("new", cls.__name__, a, k)
        return super().__new__(cls)
    def __init__(self, *a, **k): print("init", a, k)
A(1, b=2)
class B:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(B())
class C(A):
    def __new__(cls, v): return A.__new__(A, v)
    def __init__(self, v): print("never 2")
print(type(C(1)).__name__)
class R:
    def __init__(self): return 5
try: R()
except TypeError as e: print(e)
class Pos(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    x = property(lambda s: s[0])
print(Pos(1, 2), Pos(3, 4).x, Pos(1, 2) == (1, 2))
class I(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def __add__(self, o): return I(int(self) + o)
print(I(5), I(5) + 1, I(5) - 1, type(I(5) - 1).__name__, -I(2), I(3).bit_length())
T = type("T", (A,), {"y": 2, "m": lambda self: self.y})
print(T.__name__, T.__module__, T.__qualname__, T.__bases__)
class Outer:
    class Inner:
        def m(self): return __class__.__qualname__
    def f(self):
        class Local: pass
        return Local
print(Outer.Inner().m(), Outer().f(), Outer.Inner.m, sep=" | ".replace("x", "")) if False else print(Outer.Inner().m(), Outer().f().__qualname__, Outer.Inner.m.__qualname__)
print(A.__doc__, A.__annotations__, B.__doc__, sorted(k for k in vars(Outer) if not k.startswith("__")))
class Pr:
    __secret = 1
    def __hidden(self): return self.__secret
    def get(self): return self.__hidden(), self._Pr__secret
    class __In: z = 3
    def names(self): __loc = 5; return [__loc for __q in range(1)], self.__In.z
print(Pr().get(), Pr().names(), [n for n in dir(Pr) if "Pr__" in n])
try: Pr().__secret
except AttributeError as e: print(e)
class Empty: ...
print(isinstance(Empty(), object), issubclass(bool, int), type(Empty).__name__, Empty().__class__ is Empty, Empty.__eq__(1, 1))
x = 5
class Body:
    x = x + 1
    y = [x for _ in range(1)]
    for i in range(3): pass
    if x > 3: z = "z"
    locals()["dyn"] = 4
print(Body.x, Body.y, Body.i, Body.z, Body.dyn)
for n, a in [("object.__new__(5)", ""), ("int.__new__(str)", ""), ("object.__new__(int)", ""), ("Empty(1)", ""), ("Empty(a=1)", ""), ("A.__init__()", ""), ("type.__call__(Empty, 1)", "")]:
    try: print(n, eval(n))
    except TypeError as e: print(n, "->", e)

# expect: new A (1,) {'b': 2}
# expect: init (1,) {'b': 2}
# expect: 5
# expect: new A (1,) {}
# expect: A
# expect: __init__() should return None, not 'int'
# expect: (1, 2) 3 True
# expect: 10 22 9 int -4 3
# expect: T __main__ T (<class '__main__.A'>,)
# expect: Outer.Inner Outer.f.<locals>.Local Outer.Inner.m
# expect: Doc. {'x': <class 'int'>} None ['Inner', 'f']
# expect: (1, 1) ([5], 3) ['_Pr__In', '_Pr__hidden', '_Pr__secret']
# expect: 'Pr' object has no attribute '__secret'
# expect: True True type True True
# expect: 6 [5] 2 z 4
# expect: object.__new__(5) -> object.__new__(X): X is not a type object (int)
# expect: int.__new__(str) -> int.__new__(str): str is not a subtype of int
# expect: object.__new__(int) -> object.__new__(int) is not safe, use int.__new__()
# expect: Empty(1) -> Empty() takes no arguments
# expect: Empty(a=1) -> Empty() takes no arguments
# expect: A.__init__() -> A.__init__() missing 1 required positional argument: 'self'
# expect: type.__call__(Empty, 1) -> Empty() takes no arguments
