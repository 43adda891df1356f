class Base:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[key or cls.__name__.lower()] = cls
        print("init_subclass", cls.__name__, key, kw)
class A(Base): pass
class B(Base, key="bee"): pass
class C(B): pass
print(sorted(Base.registry))
try:
    class D(Base, other=1): pass
except TypeError as e: print(e)
try:
    class E(x=1): pass
except TypeError as e: print(e)
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
class H(G): pass
print(G[int], H[1, 2], G["x":2])
try: G()[1]
except TypeError as e: print(e)
class N: pass
try: N[int]
except TypeError as e: print(e)
print(list[int], dict[str, int], tuple[int, ...], set[int] == set[int], list[int].__origin__, list[int].__args__, list[int]([1, 2]))
for src in ["int[0]", "str[1]", "object[1]", "type[int]", "float[int]", "bool[1]", "frozenset[int]", "type(None)[1]"]:
    try: print(src, eval(src))
    except TypeError as e: print(src, e)
print(int | str, int | None, isinstance(3, int | str), isinstance("a", int | None))
try: isinstance([], list[int])
except TypeError as e: print(e)
try: 5 | int
except TypeError as e: print(e)
class Meta(type):
    def __getitem__(cls, k): return ("meta", k)
    def __len__(cls): return 42
    def __iter__(cls): return iter("xyz")
    def __contains__(cls, x): return x == 1
class WM(metaclass=Meta):
    def __class_getitem__(cls, k): return "never"
print(WM[1], len(WM), list(WM), 1 in WM, 2 in WM, bool(WM))
class Explicit:
    @classmethod
    def __init_subclass__(cls, **kw): print("explicit classmethod", cls.__name__, kw)
class Sub(Explicit, a=1): pass
print(Base.__init_subclass__.__self__ is Base, type(Base.__dict__["__init_subclass__"]).__name__, type(G.__dict__["__class_getitem__"]).__name__)

# expect: init_subclass A None {}
# expect: init_subclass B bee {}
# expect: init_subclass C None {}
# expect: ['a', 'bee', 'c']
# expect: D.__init_subclass__() takes no keyword arguments
# expect: E.__init_subclass__() takes no keyword arguments
# expect: G[<class 'int'>] H[(1, 2)] G[slice('x', 2, None)]
# expect: 'G' object is not subscriptable
# expect: type 'N' is not subscriptable
# expect: list[int] dict[str, int] tuple[int, ...] True <class 'list'> (<class 'int'>,) [1, 2]
# expect: int[0] type 'int' is not subscriptable
# expect: str[1] type 'str' is not subscriptable
# expect: object[1] type 'object' is not subscriptable
# expect: type[int] type[int]
# expect: float[int] type 'float' is not subscriptable
# expect: bool[1] type 'bool' is not subscriptable
# expect: frozenset[int] frozenset[int]
# expect: type(None)[1] type 'NoneType' is not subscriptable
# expect: int | str int | None True False
# expect: isinstance() argument 2 cannot be a parameterized generic
# expect: unsupported operand type(s) for |: 'int' and 'type'
# expect: ('meta', 1) 42 ['x', 'y', 'z'] True False True
# expect: explicit classmethod Sub {'a': 1}
# expect: True classmethod classmethod
