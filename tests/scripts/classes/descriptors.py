class Data:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return f"class access {owner.__name__}"
        return obj.__dict__.get(self.name, "default")
    def __set__(self, obj, v): obj.__dict__[self.name] = v * 2
    def __delete__(self, obj): obj.__dict__.pop(self.name); print("deleted")
class NonData:
    def __get__(self, obj, owner=None): return "nondata"
class SetOnly:
    def __set__(self, obj, v): obj.__dict__["so"] = v
class DelOnly:
    def __delete__(self, obj): print("del only")
class C:
    a = Data()
    b = NonData()
    so = SetOnly()
    d = DelOnly()
c = C()
print(C.a, c.a, c.b, C.b)
c.a = 4; print(c.a, c.__dict__)
c.__dict__["a"] = "raw"; print(c.a)
del c.a; print(c.a)
c.b = "instance"; print(c.b); del c.b; print(c.b)
print(type(c.so).__name__); c.so = 1; print(c.so)
del c.d
try: c.d = 1
except AttributeError as e: print(e)
try: del c.so
except AttributeError as e: print(e)
class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, o, n): self.n = "_" + n
    def __get__(self, o, t=None): return getattr(o, self.n) if o else self
    def __set__(self, o, v):
        if not isinstance(v, self.t): raise TypeError(f"{self.n[1:]} must be {self.t.__name__}, not {type(v).__name__}")
        setattr(o, self.n, v)
class Pt:
    x = Typed(int)
    def __init__(self, x): self.x = x
print(Pt(5).x)
try: Pt("a")
except TypeError as e: print(e)
class BadName:
    def __set_name__(self, o, n): raise ValueError("no")
try:
    class X: attr = BadName()
except RuntimeError as e: print(e, "|", repr(e.__cause__))
class Late: pass
Late.a = Data(); print(Late().a if False else "late without set_name")
def f(self): return self
class M: pass
M.f = f; m = M()
print(m.f() is m, f.__get__(7)(), f.__get__(None, int) is f, type(m.f).__name__, m.f == m.f, m.f is m.f, M.f is f)
m.g = lambda *a: a
print(m.g())
print(type(M.__dict__["f"]).__name__, m.f.__func__ is f, m.f.__self__ is m)
class LazyProp:
    def __init__(self, fn): self.fn = fn
    def __get__(self, o, t): v = o.__dict__[self.fn.__name__] = self.fn(o); return v
class L:
    @LazyProp
    def v(self): print("computed"); return 3
l = L(); print(l.v, l.v)

# expect: set_name C a
# expect: class access C default nondata nondata
# expect: 8 {'a': 8}
# expect: raw
# expect: deleted
# expect: default
# expect: instance
# expect: nondata
# expect: SetOnly
# expect: 1
# expect: del only
# expect: __set__
# expect: __delete__
# expect: 5
# expect: x must be int, not str
# expect: Error calling __set_name__ on 'BadName' instance 'attr' in 'X' | ValueError('no')
# expect: late without set_name
# expect: True 7 True method True False True
# expect: ()
# expect: function True True
# expect: computed
# expect: 3 3
