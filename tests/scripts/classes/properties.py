class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError("negative")
        self._x = v
    @x.deleter
    def x(self): del self._x
    ro = property(lambda self: "read only")
    wo = property(None, lambda self, v: print("set", v))
    nothing = property()
    docd = property(fget=lambda s: 1, doc="given")
    @property
    def broken(self): return self.missing
p = P()
print(p.x, P.x.__doc__, P.docd.__doc__, p.ro)
p.x += 5
print(p.x)
del p.x
p.wo = 3
for src in ["p.x = -1", "p.ro = 1", "del p.ro", "p.wo", "del p.wo", "p.nothing", "p.nothing = 1", "del p.nothing", "p.x", "p.broken", "P.x.fget(5)", "P.x.getter", "P.ro.fset", "property(1).fget"]:
    try:
        exec(src)
        print(src, "ok")
    except Exception as e: print(src, "->", type(e).__name__, e)
class Q(P):
    @P.x.getter
    def x(self): return "overridden"
    ro = "class attribute"
q = Q()
print(q.x, q.ro); q.x = 7; print(q._x)
q.__dict__["x"] = "in dict"; print(q.x)
class WithGetattr:
    @property
    def a(self): raise AttributeError("inner")
    def __getattr__(self, n): return "fallback " + n
print(WithGetattr().a)
class Cl:
    _v = 3
    @classmethod
    @property
    def cp(cls): return cls._v
print(Cl.cp)
class NoCls:
    @property
    def n(cls): return 5
print(type(NoCls.n).__name__, NoCls().n, NoCls.n.__get__(NoCls()), NoCls.n.__get__(None, NoCls) is NoCls.n)
class S(property):
    "sub"
    def __get__(self, o, t=None): return "custom" if o is None else super().__get__(o, t)
class U:
    @S
    def v(self): return 9
print(U.v, U().v, isinstance(U.__dict__["v"], property))
p.new = 5; print(p.new, vars(p))

# expect: 1 the x given read only
# expect: 6
# expect: set 3
# expect: p.x = -1 -> ValueError negative
# expect: p.ro = 1 -> AttributeError property 'ro' of 'P' object has no setter
# expect: del p.ro -> AttributeError property 'ro' of 'P' object has no deleter
# expect: p.wo -> AttributeError property 'wo' of 'P' object has no getter
# expect: del p.wo -> AttributeError property 'wo' of 'P' object has no deleter
# expect: p.nothing -> AttributeError property 'nothing' of 'P' object has no getter
# expect: p.nothing = 1 -> AttributeError property 'nothing' of 'P' object has no setter
# expect: del p.nothing -> AttributeError property 'nothing' of 'P' object has no deleter
# expect: p.x -> AttributeError 'P' object has no attribute '_x'
# expect: p.broken -> AttributeError 'P' object has no attribute 'missing'
# expect: P.x.fget(5) -> AttributeError 'int' object has no attribute '_x'
# expect: P.x.getter ok
# expect: P.ro.fset ok
# expect: property(1).fget ok
# expect: overridden class attribute
# expect: 7
# expect: overridden
# expect: fallback a
# expect: 3
# expect: property 5 5 True
# expect: custom 9 True
# expect: 5 {'new': 5}
