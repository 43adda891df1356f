class D:
    def __len__(self): return 3
    def __bool__(self): return False
    def __iter__(self): return iter("abc")
    def __reversed__(self): return iter("cba")
    def __contains__(self, x): return x == "q"
    def __getitem__(self, k): return ("item", k)
    def __missing__(self, k): return "missing"
    def __call__(self, *a, **k): return a, k
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 7j
    def __index__(self): return 2
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 1
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __bytes__(self): return b"by"
    def __hash__(self): return 99
    def __sizeof__(self): return 1
    def __length_hint__(self): return 5
    def __fspath__(self): return "/p"
    def __dir__(self): return ["z", "y"]
    def __divmod__(self, o): return "dm"
    def __enter__(self): return "entered"
    def __exit__(self, *a): return True
    def __concat__(self, o): pass
import math, operator, os
d = D()
print(len(d), bool(d), list(d), list(reversed(d)), "q" in d, "a" in d, d[1:2], d(1, x=2))
print(int(d), float(d), complex(d), [10, 20, 30][d], range(d), hex(d), -d, +d, ~d, abs(d), round(d), round(d, 2), math.trunc(d), math.floor(d), math.ceil(d))
print(f"{d:>5} {d!r} {d!s:>5} {d}", "{:x}".format(d), format(d), bytes(d), hash(d), os.fspath(d), dir(d), divmod(d, 1), operator.length_hint(d), "%s %r %d" % (d, d, 7))
with d as e:
    1 / 0
print(e, "ab" * d, [0] * d, chr(int(d)), (5).__add__(2))
bad = {"__len__": -1, "__bool__": 5, "__int__": "a", "__index__": 1.5, "__str__": 5, "__repr__": None, "__hash__": "x", "__iter__": 5, "__format__": 5, "__float__": 1, "__bytes__": "a", "__contains__": [], "__reversed__": 7, "__dir__": 5, "__length_hint__": "a"}
use = {"__len__": len, "__bool__": bool, "__int__": int, "__index__": lambda o: [1][o], "__str__": str, "__repr__": repr, "__hash__": hash, "__iter__": iter, "__format__": format, "__float__": float, "__complex__": complex, "__bytes__": bytes, "__contains__": lambda o: 1 in o, "__reversed__": reversed, "__dir__": dir, "__length_hint__": operator.length_hint}
for k, v in bad.items():
    K = type("K", (), {k: lambda self, *a, v=v: v})
    try: print(k, use[k](K()))
    except Exception as ex: print(k, "->", type(ex).__name__, ex)
    K = type("K", (), {k: None})
    try: print(k, type(use[k](K())).__name__)
    except Exception as ex: print(k, "None ->", type(ex).__name__, ex)

# expect: 3 False ['a', 'b', 'c'] ['c', 'b', 'a'] True False ('item', slice(1, 2, None)) ((1,), {'x': 2})
# expect: 7 7.5 7j 30 range(0, 2) 0x2 neg pos inv abs ('round', None) ('round', 2) 1 floor ceil
# expect: <>5> repr   str <> <x> <> b'by' 99 /p ['y', 'z'] dm 3 str repr 7
# expect: entered abab [0, 0]  7
# expect: __len__ -> ValueError __len__() should return >= 0
# expect: __len__ None -> TypeError 'NoneType' object is not callable
# expect: __bool__ -> TypeError __bool__ should return bool, returned int
# expect: __bool__ None -> TypeError 'NoneType' object is not callable
# expect: __int__ -> TypeError __int__ returned non-int (type str)
# expect: __int__ None -> TypeError 'NoneType' object is not callable
# expect: __index__ -> TypeError __index__ returned non-int (type float)
# expect: __index__ None -> TypeError 'NoneType' object is not callable
# expect: __str__ -> TypeError __str__ returned non-string (type int)
# expect: __str__ None -> TypeError 'NoneType' object is not callable
# expect: __repr__ -> TypeError __repr__ returned non-string (type NoneType)
# expect: __repr__ None -> TypeError 'NoneType' object is not callable
# expect: __hash__ -> TypeError __hash__ method should return an integer
# expect: __hash__ None -> TypeError unhashable type: 'K'
# expect: __iter__ -> TypeError iter() returned non-iterator of type 'int'
# expect: __iter__ None -> TypeError 'K' object is not iterable
# expect: __format__ -> TypeError __format__ must return a str, not int
# expect: __format__ None -> TypeError 'NoneType' object is not callable
# expect: __float__ -> TypeError K.__float__ returned non-float (type int)
# expect: __float__ None -> TypeError 'NoneType' object is not callable
# expect: __bytes__ -> TypeError __bytes__ returned non-bytes (type str)
# expect: __bytes__ None -> TypeError 'NoneType' object is not callable
# expect: __contains__ False
# expect: __contains__ None -> TypeError 'K' object is not a container
# expect: __reversed__ 7
# expect: __reversed__ None -> TypeError 'K' object is not reversible
# expect: __dir__ -> TypeError 'int' object is not iterable
# expect: __dir__ None -> TypeError 'NoneType' object is not callable
# expect: __length_hint__ -> TypeError __length_hint__ must be an integer, not str
# expect: __length_hint__ int
