class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print([k.__name__ for k in D.__mro__], D.__bases__, D.__base__, D.mro() == list(D.__mro__))
class X: pass
class Y: pass
class XY(X, Y): pass
class YX(Y, X): pass
tests = ["class Bad(XY, YX): pass", "class Bad(A, B): pass", "class Bad(A, A): pass", "class Bad(int, str): pass", "class Bad(5): pass", "class Bad(bool): pass", "class Bad(type(None)): pass", "class Bad(*5): pass", "class Bad(A, metaclass=5): pass", "class Bad(range): pass", "class Bad(type(len)): pass", "class Bad(A, foo=1): pass", "class Bad(slice): pass", "class Bad(type(lambda: 0)): pass", "class Bad(Exception, dict): pass", "class Bad(object, A): pass", "class Bad([]): pass", "class Bad(A()): pass", "class Bad(memoryview): pass", "class Bad(type(...)): pass", "class M1(type): pass\nclass M2(type): pass\nclass P(metaclass=M1): pass\nclass Q(metaclass=M2): pass\nclass Bad(P, Q): pass", "class Bad(int, float): pass", "class Ok(int, A): pass", "class Ok(A, Exception): pass", "class Ok(ValueError, KeyError): pass", "class Ok(OSError, ValueError): pass"]
for src in tests:
    try:
        exec(src)
        print(src, "fine")
    except TypeError as e: print(src.split("\n")[-1], "->", e)
class E1(D):
    def mro(self): pass
class F(B):
    pass
print([k.__name__ for k in F.__mro__], C.__subclasses__(), B.__subclasses__())

# expect: ['D', 'B', 'C', 'A', 'object'] (<class '__main__.B'>, <class '__main__.C'>) <class '__main__.B'> True
# expect: class Bad(XY, YX): pass -> Cannot create a consistent method resolution
# expect: order (MRO) for bases X, Y
# expect: class Bad(A, B): pass -> Cannot create a consistent method resolution
# expect: order (MRO) for bases A, B
# expect: class Bad(A, A): pass -> duplicate base class A
# expect: class Bad(int, str): pass -> multiple bases have instance lay-out conflict
# expect: class Bad(5): pass -> int() takes at most 2 arguments (3 given)
# expect: class Bad(bool): pass -> type 'bool' is not an acceptable base type
# expect: class Bad(type(None)): pass -> type 'NoneType' is not an acceptable base type
# expect: class Bad(*5): pass -> Value after * must be an iterable, not int
# expect: class Bad(A, metaclass=5): pass -> 'int' object is not callable
# expect: class Bad(range): pass -> type 'range' is not an acceptable base type
# expect: class Bad(type(len)): pass -> type 'builtin_function_or_method' is not an acceptable base type
# expect: class Bad(A, foo=1): pass -> Bad.__init_subclass__() takes no keyword arguments
# expect: class Bad(slice): pass -> type 'slice' is not an acceptable base type
# expect: class Bad(type(lambda: 0)): pass -> type 'function' is not an acceptable base type
# expect: class Bad(Exception, dict): pass -> multiple bases have instance lay-out conflict
# expect: class Bad(object, A): pass -> Cannot create a consistent method resolution
# expect: order (MRO) for bases object, A
# expect: class Bad([]): pass -> list expected at most 1 argument, got 3
# expect: class Bad(A()): pass -> A() takes no arguments
# expect: class Bad(memoryview): pass -> type 'memoryview' is not an acceptable base type
# expect: class Bad(type(...)): pass -> type 'ellipsis' is not an acceptable base type
# expect: class Bad(P, Q): pass -> metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# expect: class Bad(int, float): pass -> multiple bases have instance lay-out conflict
# expect: class Ok(int, A): pass fine
# expect: class Ok(A, Exception): pass fine
# expect: class Ok(ValueError, KeyError): pass fine
# expect: class Ok(OSError, ValueError): pass fine
# expect: ['F', 'B', 'A', 'object'] [<class '__main__.D'>] [<class '__main__.D'>, <class '__main__.F'>]
