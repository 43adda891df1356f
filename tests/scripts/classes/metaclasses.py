class M(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return {"made": name}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.extra = kw.get("tag")
    def __call__(cls, *args):
        print("call", args)
        return super().__call__(*args)
    def __len__(cls):
        return 7
    def __iter__(cls):
        return iter("ab")
    def __getitem__(cls, i):
        return i * 2
    def __contains__(cls, i):
        return i == 3
    def __repr__(cls):
        return f"<{cls.__name__}!>"
    def __instancecheck__(cls, o):
        return o == 4
    def __subclasscheck__(cls, o):
        return o is int
    @property
    def prop(cls):
        return "prop of " + cls.__name__
class A(metaclass=M, tag=5):
    def __init__(self, *a):
        self.a = a
class B(A):
    pass
print(A(1, 2).a, len(A), list(A), A[4], 3 in A, A, B, A.prop, B.made, A.extra, isinstance(4, A), issubclass(int, A), type(A), type(B).__name__)
X = type("X", (int,), {"a": 1, "f": lambda self: self + 1})
print(X(3).f(), X.a, X, X.__module__, X.__bases__)
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.subs.append((cls.__name__, tag))
    def __class_getitem__(cls, item):
        return (cls.__name__, item)
class C1(Base, tag="t"): pass
class C2(C1): pass
print(Base.subs, C2[int])
class D:
    def __set_name__(self, owner, name):
        self.name = (owner.__name__, name)
class E:
    d = D()
print(E.d.name)
class Recorder(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"):
            print("store", k)
        super().__setitem__(k, v)
class RM(type):
    @classmethod
    def __prepare__(mcs, n, b):
        return Recorder()
class Z(metaclass=RM):
    x = 1
    def f(self): pass
print(Z.x)
try:
    class W(int, str): pass
except TypeError as e:
    print(e)
class N1(type): pass
class N2(type): pass
class K1(metaclass=N1): pass
class K2(metaclass=N2): pass
try:
    class K3(K1, K2): pass
except TypeError as e:
    print(e)

# expect: new A ['made'] {'tag': 5}
# expect: new B ['made'] {}
# expect: call (1, 2)
# expect: (1, 2) 7 ['a', 'b'] 8 True <A!> <B!> prop of A B 5 True True <class '__main__.M'> M
# expect: 4 1 <class '__main__.X'> __main__ (<class 'int'>,)
# expect: [('C1', 't'), ('C2', None)] ('C2', <class 'int'>)
# expect: ('E', 'd')
# expect: store x
# expect: store f
# expect: 1
# expect: multiple bases have instance lay-out conflict
# expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
