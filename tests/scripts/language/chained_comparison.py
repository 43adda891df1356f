log = []
class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o): log.append(f"{self.n}<{o.n}"); return self.n < o.n
    def __eq__(self, o): log.append(f"{self.n}=={o.n}"); return self.n == o.n
    __hash__ = None
def v(n):
    log.append(f"v{n}")
    return V(n)
print(v(1) < v(2) < v(3), log); log.clear()
print(v(5) < v(2) < v(3), log); log.clear()
print(v(1) == v(1) < v(0) == v(9), log); log.clear()
print(1 < 2 > 0 != 5 in [5, 6] not in [[1]] is not None)
class W:
    def __lt__(self, o): return []
    def __gt__(self, o): return "yes"
print(W() < W() < W(), W() > W() > W())
print(not 1 == 2, (not 1) == 2, not 1 < 2 < 3)
x = 3
print(1 < x < 5 < 4, [y for y in range(10) if 2 <= y < x + 3 != 8])
try:
    {v(1): 2}
except TypeError as e:
    print(e)
try:
    1 < 2 < "a"
except TypeError as e:
    print(e)
class Bad:
    def __bool__(self): return 5
    def __lt__(self, o): return self
try:
    Bad() < 1 < 2
except TypeError as e:
    print(e)

# expect: True ['v1', 'v2', '1<2', 'v3', '2<3']
# expect: False ['v5', 'v2', '5<2']
# expect: False ['v1', 'v1', '1==1', 'v0', '1<0']
# expect: True
# expect: [] yes
# expect: True False False
# expect: False [2, 3, 4, 5]
# expect: unhashable type: 'V'
# expect: '<' not supported between instances of 'int' and 'str'
# expect: __bool__ should return bool, returned int
