# not-cpython
class A:
    __slots__ = ("x",)


class B(A):
    pass


b = B()
b.x, b.y = 1, 2
print(b.__dict__)

# expect: {'x': 1, 'y': 2}
