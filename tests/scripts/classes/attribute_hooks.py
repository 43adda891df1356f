class Log:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattribute__(self, n):
        if n not in ("log", "__dict__", "__class__"): object.__getattribute__(self, "log").append("get " + n)
        return object.__getattribute__(self, n)
    def __getattr__(self, n):
        if n.startswith("dyn"): return n.upper()
        raise AttributeError(f"no {n}")
    def __setattr__(self, n, v): self.log.append(f"set {n}={v}"); super().__setattr__(n, v)
    def __delattr__(self, n): self.log.append("del " + n); super().__delattr__(n)
    def __dir__(self): return ["b", "a"]
o = Log()
o.x = 1; o.x += 1
print(o.x, o.dyn_y, hasattr(o, "nope"), getattr(o, "nope", "default"), dir(o))
del o.x
try: del o.x
except AttributeError as e: print(e)
try: o.missing
except AttributeError as e: print(e)
print(o.log)
class P: 
    cls_attr = 1
    def m(self): pass
p = P()
for src in ["p.nope", "P.nope", "p.m.nope", "del p.nope", "del p.cls_attr", "del P.nope", "p.__class__ = 5", "p.__dict__ = 5", "P.__name__ = 5", "P.__name__ = 'Renamed'", "P.__dict__ = {}", "p.__class__ = int", "object().x = 1", "(5).x = 1", "int.x = 1", "del int.real", "None.x = 1", "len.x = 1", "[].x = 1", "(lambda: 0).x = 1", "p.m.x = 1", "type.x = 1", "P.__doc__ = 'd'", "P.m.__name__ = 5", "P.m.__name__ = 'q'", "P.m.__defaults__ = 5", "getattr(p, 5)", "setattr(p, 'a b', 1)", "'x'.y", "(1).real = 5", "Exception().args = 5", "().__len__ = 1", "p.__module__", "P.m.__module__ = 'x'", "super().x", "{}.x", "{}.items = 1", "iter([]).x", "ValueError.x", "ValueError().x", "NotImplemented.x", "(i for i in []).x", "print.__name__ = 'a'"]:
    try:
        exec(src)
        print(src, "ok")
    except Exception as e: print(src, "->", type(e).__name__, e)
print(getattr(p, "a b"), P, P.__qualname__, P.__doc__)
class Slot:
    __slots__ = ("a",)
s = Slot()
for src in ["s.a", "s.b = 1", "s.b", "s.__dict__", "del s.a", "Slot.a", "Slot.b"]:
    try: exec(src); print(src, "ok")
    except Exception as e: print(src, "->", type(e).__name__, e)

# expect: 2 DYN_Y False default ['a', 'b']
# expect: 'Log' object has no attribute 'x'
# expect: no missing
# expect: ['set x=1', 'get x', 'set x=2', 'get x', 'get dyn_y', 'get nope', 'get nope', 'del x', 'del x', 'get missing']
# expect: p.nope -> AttributeError 'P' object has no attribute 'nope'
# expect: P.nope -> AttributeError type object 'P' has no attribute 'nope'
# expect: p.m.nope -> AttributeError 'function' object has no attribute 'nope'
# expect: del p.nope -> AttributeError 'P' object has no attribute 'nope'
# expect: del p.cls_attr -> AttributeError 'P' object has no attribute 'cls_attr'
# expect: del P.nope -> AttributeError type object 'P' has no attribute 'nope'
# expect: p.__class__ = 5 -> TypeError __class__ must be set to a class, not 'int' object
# expect: p.__dict__ = 5 -> TypeError __dict__ must be set to a dictionary, not a 'int'
# expect: P.__name__ = 5 -> TypeError can only assign string to P.__name__, not 'int'
# expect: P.__name__ = 'Renamed' ok
# expect: P.__dict__ = {} -> AttributeError attribute '__dict__' of 'type' objects is not writable
# expect: p.__class__ = int -> TypeError __class__ assignment only supported for mutable types or ModuleType subclasses
# expect: object().x = 1 -> AttributeError 'object' object has no attribute 'x'
# expect: (5).x = 1 -> AttributeError 'int' object has no attribute 'x'
# expect: int.x = 1 -> TypeError cannot set 'x' attribute of immutable type 'int'
# expect: del int.real -> TypeError cannot set 'real' attribute of immutable type 'int'
# expect: None.x = 1 -> AttributeError 'NoneType' object has no attribute 'x'
# expect: len.x = 1 -> AttributeError 'builtin_function_or_method' object has no attribute 'x'
# expect: [].x = 1 -> AttributeError 'list' object has no attribute 'x'
# expect: (lambda: 0).x = 1 ok
# expect: p.m.x = 1 -> AttributeError 'method' object has no attribute 'x'
# expect: type.x = 1 -> TypeError cannot set 'x' attribute of immutable type 'type'
# expect: P.__doc__ = 'd' ok
# expect: P.m.__name__ = 5 -> TypeError __name__ must be set to a string object
# expect: P.m.__name__ = 'q' ok
# expect: P.m.__defaults__ = 5 -> TypeError __defaults__ must be set to a tuple object
# expect: getattr(p, 5) -> TypeError attribute name must be string, not 'int'
# expect: setattr(p, 'a b', 1) ok
# expect: 'x'.y -> AttributeError 'str' object has no attribute 'y'
# expect: (1).real = 5 -> AttributeError attribute 'real' of 'int' objects is not writable
# expect: Exception().args = 5 -> TypeError 'int' object is not iterable
# expect: ().__len__ = 1 -> AttributeError 'tuple' object attribute '__len__' is read-only
# expect: p.__module__ ok
# expect: P.m.__module__ = 'x' ok
# expect: super().x -> RuntimeError super(): no arguments
# expect: {}.x -> AttributeError 'dict' object has no attribute 'x'
# expect: {}.items = 1 -> AttributeError 'dict' object attribute 'items' is read-only
# expect: iter([]).x -> AttributeError 'list_iterator' object has no attribute 'x'
# expect: ValueError.x -> AttributeError type object 'ValueError' has no attribute 'x'
# expect: ValueError().x -> AttributeError 'ValueError' object has no attribute 'x'
# expect: NotImplemented.x -> AttributeError 'NotImplementedType' object has no attribute 'x'
# expect: (i for i in []).x -> AttributeError 'generator' object has no attribute 'x'
# expect: print.__name__ = 'a' -> AttributeError attribute '__name__' of 'builtin_function_or_method' objects is not writable
# expect: 1 <class '__main__.P'> P d
# expect: s.a -> AttributeError 'Slot' object has no attribute 'a'
# expect: s.b = 1 -> AttributeError 'Slot' object has no attribute 'b'
# expect: s.b -> AttributeError 'Slot' object has no attribute 'b'
# expect: s.__dict__ -> AttributeError 'Slot' object has no attribute '__dict__'
# expect: del s.a -> AttributeError a
# expect: Slot.a ok
# expect: Slot.b -> AttributeError type object 'Slot' has no attribute 'b'
