def inner():
    try:
        a = yield 1
        print("inner got", a)
        b = yield 2
        print("inner got", b)
    except KeyError as e:
        print("inner caught", e)
        yield "recovered"
    finally: print("inner done")
    return "inner result"
def outer():
    r = yield from inner()
    print("r", r)
    s = yield from [10, 20]
    print("s", s)
    return (yield from ())
o = outer()
print(next(o), o.send("A"), o.throw(KeyError("k")), list(o))
o = outer(); next(o); o.close()
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("it value")
        return self.n
    def send(self, v): print("send", v); return "sent"
    def throw(self, *a): print("throw", a[0] if isinstance(a[0], type) else type(a[0])); return "thrown"
    def close(self): print("closed")
def d():
    print((yield from It()))
x = d()
print(next(x), x.send(5), x.throw(ValueError), next(x), list(x))
x = d(); next(x); x.close()
def bad():
    yield from 5
try: next(bad())
except TypeError as e: print(e)
class NoSend:
    def __iter__(self): return iter([1, 2])
def ns(): yield from NoSend()
n = ns(); next(n)
try: n.send(3)
except AttributeError as e: print(e)
def rec(n):
    if n: yield n; yield from rec(n - 1); yield -n
print(list(rec(3)))
def tree(t): 
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1, [2, [3, [4]], 5]])))
def gi():
    yield from (i for i in range(2))
y = gi(); next(y)
print(y.gi_yieldfrom is not None, type(y.gi_yieldfrom).__name__)
def raises():
    yield from inner()
r = raises(); next(r)
try: r.throw(ZeroDivisionError("z"))
except ZeroDivisionError as e: print("out", e)
def lst(): return [(yield 1), (yield 2)]
l = lst(); next(l); l.send("a")
try: l.send("b")
except StopIteration as e: print(e.value)

# expect: inner got A
# expect: inner caught 'k'
# expect: inner done
# expect: r inner result
# expect: s None
# expect: 1 2 recovered [10, 20]
# expect: inner done
# expect: send 5
# expect: throw <class 'ValueError'>
# expect: it value
# expect: 1 sent thrown 2 []
# expect: closed
# expect: 'int' object is not iterable
# expect: 'list_iterator' object has no attribute 'send'
# expect: [3, 2, 1, -1, -2, -3]
# expect: [1, 2, 3, 4, 5]
# expect: True generator
# expect: inner done
# expect: out z
# expect: ['a', 'b']
