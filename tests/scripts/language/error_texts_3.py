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
    lambda: iter(3),
    lambda: next([]),
    lambda: next(iter([])),
    lambda: {[]:1},
    lambda: hash({}),
    lambda: sorted([1,"a"]),
    lambda: max([]),
    lambda: min(1),
    lambda: sum(["a"]),
    lambda: "%d" % "x",
    lambda: "%s %s" % 1,
    lambda: "{} {}".format(1),
    lambda: "{a}".format(b=1),
    lambda: f"{3:q}",
    lambda: format(3.5,"d"),
    lambda: "abc".join([1]),
    lambda: "a".split(""),
    lambda: b"a"+"a",
    lambda: bytes([300]),
    lambda: chr(-1),
]):
    t(i, fn)

# expect: 0 TypeError 'int' object is not iterable
# expect: 1 TypeError 'list' object is not an iterator
# expect: 2 StopIteration 
# expect: 3 TypeError unhashable type: 'list'
# expect: 4 TypeError unhashable type: 'dict'
# expect: 5 TypeError '<' not supported between instances of 'str' and 'int'
# expect: 6 ValueError max() arg is an empty sequence
# expect: 7 TypeError 'int' object is not iterable
# expect: 8 TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: 9 TypeError %d format: a real number is required, not str
# expect: 10 TypeError not enough arguments for format string
# expect: 11 IndexError Replacement index 1 out of range for positional args tuple
# expect: 12 KeyError 'a'
# expect: 13 ValueError Unknown format code 'q' for object of type 'int'
# expect: 14 ValueError Unknown format code 'd' for object of type 'float'
# expect: 15 TypeError sequence item 0: expected str instance, int found
# expect: 16 ValueError empty separator
# expect: 17 TypeError can't concat str to bytes
# expect: 18 ValueError bytes must be in range(0, 256)
# expect: 19 ValueError chr() arg not in range(0x110000)
