class P:
    __slots__ = ("a", "b", "__c")
    def __init__(self):
        self.a = 1
        self.b = 2
        self.__c = 3
    def c(self):
        return self.__c
p = P()
print(p.a, p.b, p.c(), P.__slots__, P.a, hasattr(p, "__dict__"))
for f in (lambda: setattr(p, "z", 1), lambda: (delattr(p, "a"), p.a), lambda: p.__dict__):
    try:
        f()
    except AttributeError as e:
        print(e)
class Q(P):
    __slots__ = ("d",)
q = Q()
q.d = 9
print(q.d, q.b)
class R(P):
    pass
r = R()
r.anything = 4
print(r.anything, r.b)
class T(tuple):
    __slots__ = ()
    @property
    def first(self):
        return self[0]
t = T((7, 8))
print(t.first, t)
try:
    t.x = 1
except AttributeError as e:
    print(e)
try:
    class Bad:
        __slots__ = ("a",)
        a = 1
except ValueError as e:
    print(e)
class One:
    __slots__ = "only"
o = One()
o.only = 5
print(o.only)

# expect: 1 2 3 ('a', 'b', '__c') <member 'a' of 'P' objects> False
# expect: 'P' object has no attribute 'z'
# expect: 'P' object has no attribute 'a'
# expect: 'P' object has no attribute '__dict__'
# expect: 9 2
# expect: 4 2
# expect: 7 (7, 8)
# expect: 'T' object has no attribute 'x'
# expect: 'a' in __slots__ conflicts with class variable
# expect: 5
