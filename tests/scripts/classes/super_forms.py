class A:
    def m(self): return "A.m"
    @classmethod
    def c(cls): return f"A.c {cls.__name__}"
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
    attr = "A.attr"
class B(A):
    def m(self): return "B." + super().m()
    @classmethod
    def c(cls): return "B." + super().c()
    @staticmethod
    def s(): return "B." + super(B, B).s()
    @property
    def p(self): return "B." + super().p
    def attrs(self): return super().attr, super(B, self).attr, super().__class__, __class__
class C(A):
    def m(self): return "C." + super().m()
class D(B, C):
    def m(self): return "D." + super().m()
d = D()
print(d.m(), D.c(), D.s(), d.p, d.attrs())
print(super(B, d).m(), super(D, D).c(), super(C, d).m())
print(super(B, B).m.__qualname__, super(B, d).m.__self__ is d)
for src in ["super()", "super(B)", "super(B, 5)", "super(5, d)", "super(B, A())", "super(A, D).nope", "super(B, d).nope", "super(B, d).__dict__", "super(B, d).x"]:
    try: print(src, "->", type(eval(src)).__name__)
    except Exception as e: print(src, "->", type(e).__name__, e)
def f(x): return super()
try: f(1)
except RuntimeError as e: print(e)
class K(A):
    def no_args(): return super()
    def deleted(self):
        del self
        return super()
    def nested(self):
        return [super(K, self).m() for _ in range(2)], (lambda: super(K, self).m())()
    def comp(self):
        return [super().m() for _ in range(1)]
    def inner(self):
        def g(me): return super().m()
        return g(self)
    def setter(self): super().x = 5
try: K.no_args()
except RuntimeError as e: print(e)
try: K().deleted()
except RuntimeError as e: print(e)
print(K().nested(), K().inner())
try: K().comp()
except TypeError as e: print(e)
try: K().setter()
except AttributeError as e: print(e)
class G:
    def __getattr__(self, n): return f"dyn {n}"
class H(G):
    def t(self):
        try: return super().zzz
        except AttributeError as e: return str(e)
print(H().t(), H().zzz)
print(repr(super(B, d)).replace(hex(id(d)), "ADDR")[:30], super(B, d).__thisclass__, super(B, d).__self_class__)
class Item(dict):
    def __getitem__(self, k): return super().__getitem__(k) * 2
    def __len__(self): return super().__len__() + 100
print(Item(a=4)["a"], len(Item()), super(Item, Item(a=1)).__getitem__("a"))

# expect: D.B.C.A.m B.A.c D B.A.s B.A.p ('A.attr', 'A.attr', <class 'super'>, <class '__main__.B'>)
# expect: C.A.m B.A.c D A.m
# expect: A.m True
# expect: super() -> RuntimeError super(): no arguments
# expect: super(B) -> super
# expect: super(B, 5) -> TypeError super(type, obj): obj must be an instance or subtype of type
# expect: super(5, d) -> TypeError super() argument 1 must be a type, not int
# expect: super(B, A()) -> TypeError super(type, obj): obj must be an instance or subtype of type
# expect: super(A, D).nope -> AttributeError 'super' object has no attribute 'nope'
# expect: super(B, d).nope -> AttributeError 'super' object has no attribute 'nope'
# expect: super(B, d).__dict__ -> dict
# expect: super(B, d).x -> AttributeError 'super' object has no attribute 'x'
# expect: super(): __class__ cell not found
# expect: super(): no arguments
# expect: super(): arg[0] deleted
# expect: (['A.m', 'A.m'], 'A.m') A.m
# expect: super(type, obj): obj must be an instance or subtype of type
# expect: 'super' object has no attribute 'x'
# expect: 'super' object has no attribute 'zzz' dyn zzz
# expect: <super: <class 'B'>, <D object <class '__main__.B'> <class '__main__.D'>
# expect: 8 100 1
