import inspect


def first(a,
          b):
    # a comment
    if a:

        return b
    return a


class Shape:
    def area(self):
        return 0

    name = "x"


def where():
    frame = inspect.currentframe()
    return frame.f_code.co_name, inspect.stack()[1].function, frame.f_back.f_lineno > 0


print(inspect.getsource(first), end="")
print(inspect.getsource(Shape), end="")
print(inspect.getsource(Shape.area), end="")
print(inspect.getsourcelines(first)[1], where())
try:
    inspect.getsource(len)
except TypeError as e:
    print(str(e)[:40])

# expect: def first(a,
# expect:           b):
# expect:     # a comment
# expect:     if a:
# expect:
# expect:         return b
# expect:     return a
# expect: class Shape:
# expect:     def area(self):
# expect:         return 0
# expect:
# expect:     name = "x"
# expect:     def area(self):
# expect:         return 0
# expect: 4 ('where', '<module>', True)
# expect: module, class, method, function, traceba
