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
    lambda: bytearray(-1),
    lambda: complex("z"),
    lambda: 1j < 2j,
    lambda: slice(),
    lambda: all(1),
    lambda: eval("1+"),
    lambda: [1,2].sort(1),
    lambda: {}.get(),
    lambda: {1:2}.pop(3),
    lambda: "".join(3),
    lambda: int.from_bytes(b"a"),
    lambda: (5).to_bytes(1,"x"),
    lambda: (300).to_bytes(1,"big"),
    lambda: str(b"a","nope"),
    lambda: "a".translate(3),
    lambda: vars(1),
    lambda: exec(3),
    lambda: hash([]),
]):
    t(i, fn)

# expect: 0 ValueError negative count
# expect: 1 ValueError complex() arg is a malformed string
# expect: 2 TypeError '<' not supported between instances of 'complex' and 'complex'
# expect: 3 TypeError slice expected at least 1 argument, got 0
# expect: 4 TypeError 'int' object is not iterable
# expect: 5 SyntaxError invalid syntax (<string>, line 1)
# expect: 6 TypeError sort() takes no positional arguments
# expect: 7 TypeError get expected at least 1 argument, got 0
# expect: 8 KeyError 3
# expect: 9 TypeError can only join an iterable
# expect: 10 97
# expect: 11 ValueError byteorder must be either 'little' or 'big'
# expect: 12 OverflowError int too big to convert
# expect: 13 LookupError unknown encoding: nope
# expect: 14 TypeError 'int' object is not subscriptable
# expect: 15 TypeError vars() argument must have __dict__ attribute
# expect: 16 TypeError exec() arg 1 must be a string, bytes or code object
# expect: 17 TypeError unhashable type: 'list'
