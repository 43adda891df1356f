class A:
    x = 1
    def f(self): pass
a = A()
a.y = 3
print([n for n in dir(a) if n[0] != "_"], [n for n in dir(A) if n[0] != "_"], vars(a), sorted(n for n in vars(A) if n[:2] != "__"))
def g(p, q=2):
    r = 3
    return sorted(locals()), dir()
print(g(1), "A" in globals(), globals()["a"] is a, "append" in dir([]), "upper" in dir(""))
globals()["made"] = 5
print(made)
class D:
    def __dir__(self): return ["z", "a"]
print(dir(D()))
import math
print("sqrt" in dir(math), "__name__" in vars(math))
try:
    vars(3)
except TypeError as e:
    print(e)

# expect: ['f', 'x', 'y'] ['f', 'x'] {'y': 3} ['f', 'x']
# expect: (['p', 'q', 'r'], ['p', 'q', 'r']) True True True True
# expect: 5
# expect: ['a', 'z']
# expect: True True
# expect: vars() argument must have __dict__ attribute
