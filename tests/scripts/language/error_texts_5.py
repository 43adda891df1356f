def t(name, f):
    try:
        print(name, f())
    except BaseException as e:
        print(name, type(e).__name__, e)
class A:
    def m(self, a, b=1, *, c): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def k(cls, a): pass
def f(a, b, /, c, *, d): pass
def g(): pass

for i, fn in enumerate([
    lambda: [1].remove(5),
    lambda: "a".index("b"),
    lambda: "x".encode("ascii","bad"),
    lambda: "é".encode("ascii"),
    lambda: b"\xff".decode(),
    lambda: "a".encode("nope"),
    lambda: getattr(1),
    lambda: getattr(1,2),
    lambda: setattr(1,"a",2),
    lambda: object().x,
    lambda: object(1),
    lambda: super(),
    lambda: A.nope,
    lambda: A().nope,
    lambda: (lambda x: x)(),
    lambda: [*5],
    lambda: {**5},
    lambda: print(sep=1),
    lambda: print(x=1),
    lambda: sorted(1),
]):
    t(i, fn)

# expect: 0 ValueError list.remove(x): x not in list
# expect: 1 ValueError substring not found
# expect: 2 b'x'
# expect: 3 UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: 4 UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: 5 LookupError unknown encoding: nope
# expect: 6 TypeError getattr expected at least 2 arguments, got 1
# expect: 7 TypeError attribute name must be string, not 'int'
# expect: 8 AttributeError 'int' object has no attribute 'a'
# expect: 9 AttributeError 'object' object has no attribute 'x'
# expect: 10 TypeError object() takes no arguments
# expect: 11 RuntimeError super(): no arguments
# expect: 12 AttributeError type object 'A' has no attribute 'nope'
# expect: 13 AttributeError 'A' object has no attribute 'nope'
# expect: 14 TypeError <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'x'
# expect: 15 TypeError Value after * must be an iterable, not int
# expect: 16 TypeError 'int' object is not a mapping
# expect: 17 TypeError sep must be None or a string, not int
# expect: 18 TypeError 'x' is an invalid keyword argument for print()
# expect: 19 TypeError 'int' object is not iterable
