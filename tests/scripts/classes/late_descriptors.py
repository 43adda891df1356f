class A: pass
a = A()
a.x = 1
seen = []
for i in range(6):
    seen.append(a.x)
    if i == 2:
        A.x = property(lambda self: "P")
    if i == 4:
        del A.x
print(seen)
class D:
    def __get__(self, obj, cls=None): return "D"
    def __set__(self, obj, value): seen2.append(value)
class B: pass
b = B()
seen2 = []
for i in range(4):
    b.y = i
    if i == 1:
        B.y = D()
print(seen2, b.y, b.__dict__)
class C: pass
c = C()
c.z = 3
for i in range(3):
    print(c.z)
    if i == 0:
        C.__getattribute__ = lambda self, name: "custom " + name

# expect: [1, 1, 1, 'P', 'P', 1]
# expect: [2, 3] D {'y': 1}
# expect: 3
# expect: custom z
# expect: custom z
