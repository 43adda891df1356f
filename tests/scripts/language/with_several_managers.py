class M:
    def __init__(self, n, swallow=False, fail_enter=False, fail_exit=False):
        self.n, self.swallow, self.fail_enter, self.fail_exit = n, swallow, fail_enter, fail_exit
    def __enter__(self):
        print("enter", self.n)
        if self.fail_enter: raise RuntimeError("enter " + self.n)
        return self.n.upper()
    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__, v, tb is not None)
        if self.fail_exit: raise OSError("exit " + self.n)
        return self.swallow
with M("a") as x, M("b") as y: print(x, y)
with (M("a") as x, M("b", swallow=True), M("c") as z,):
    print(x, z)
    1 / 0
print("after")
try:
    with M("a"), M("b", fail_enter=True), M("c"): print("never")
except RuntimeError as e: print(e)
try:
    with M("a", fail_exit=True), M("b", fail_exit=True): raise ValueError("body")
except OSError as e: print(e, "|", e.__context__, "|", e.__context__.__context__)
def f():
    with M("r"):
        return "value"
print(f())
for i in range(2):
    with M("l"):
        if i == 0: continue
        break
for bad in ["5", "object()"]:
    try:
        with eval(bad): pass
    except Exception as e: print(type(e).__name__, e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e: print(type(e).__name__, e)
class Inst:
    pass
i = Inst()
i.__enter__ = i.__exit__ = lambda *a: None
try:
    with i: pass
except TypeError as e: print(type(e).__name__, e)
with M("t") as (p), M("u") as q: print(p, q)
class P:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): print("p", len(a))
with P() as (a, [b, c]): print(a, b, c)
d = {}
with P() as d["k"]: pass
print(d)

# expect: enter a
# expect: enter b
# expect: A B
# expect: exit b None None False
# expect: exit a None None False
# expect: enter a
# expect: enter b
# expect: enter c
# expect: A C
# expect: exit c ZeroDivisionError division by zero True
# expect: exit b ZeroDivisionError division by zero True
# expect: exit a None None False
# expect: after
# expect: enter a
# expect: enter b
# expect: exit a RuntimeError enter b True
# expect: enter b
# expect: enter a
# expect: enter b
# expect: exit b ValueError body True
# expect: exit a OSError exit b True
# expect: exit a | exit b | body
# expect: enter r
# expect: exit r None None False
# expect: value
# expect: enter l
# expect: exit l None None False
# expect: enter l
# expect: exit l None None False
# expect: TypeError 'int' object does not support the context manager protocol
# expect: TypeError 'object' object does not support the context manager protocol
# expect: TypeError 'NoExit' object does not support the context manager protocol (missed __exit__ method)
# expect: TypeError 'Inst' object does not support the context manager protocol
# expect: enter t
# expect: enter u
# expect: T U
# expect: exit u None None False
# expect: exit t None None False
# expect: 1 2 3
# expect: p 3
# expect: p 3
# expect: {'k': (1, [2, 3])}
