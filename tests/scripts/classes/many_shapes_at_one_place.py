"""One place of a program meets several classes, and the classes change meanwhile."""


class Plain:
    def __init__(self, x):
        self.x = x


class Longer:
    def __init__(self, x):
        self.before = None
        self.x = x


class Computed:
    def __init__(self, x):
        self._x = x

    @property
    def x(self):
        return self._x * 10


class FromClass:
    x = 7


class Slotted:
    __slots__ = ("x",)

    def __init__(self, x):
        self.x = x


class Asking:
    def __getattr__(self, name):
        return f"asked for {name}"


def read(o):
    return o.x


def write(o, value):
    o.x = value


objects = [Plain(1), Longer(2), Computed(3), FromClass(), Slotted(5), Asking()]
for _ in range(3):
    print([read(o) for o in objects])

for o in objects:
    try:
        write(o, 100)
    except AttributeError as e:
        print(e)
print([read(o) for o in objects])

# A property comes to a class whose instances have the attribute themselves.
Plain.x = property(lambda self: "new", lambda self, value: print("set to", value))
print([read(o) for o in objects])
write(objects[0], 1)
del Plain.x
print(read(objects[0]))

# The getter is replaced, and then the property by a plain value.
Computed.x = property(lambda self: self._x + 1)
print(read(objects[2]))
Computed.x = "plain"
print(read(objects[2]))
write(objects[2], "own")
print(read(objects[2]))


class Failing:
    @property
    def x(self):
        raise AttributeError("no x today")


class FailingAsked(Failing):
    def __getattr__(self, name):
        return f"instead of {name}"


for o in (Failing(), FailingAsked()) * 2:
    try:
        print(read(o))
    except AttributeError as e:
        print(e)


class Counter:
    total = 0

    def add(self):
        Counter.total += 1
        return self

    def stepped(self):
        yield self.total


def chained(o):
    return o.add().add()


print(chained(Counter()).total)
Counter.add = lambda self: self
print(chained(Counter()).total)
print(list(Counter().stepped()))


# super() in one function for several classes; and for a class itself.
class Base:
    def name(self):
        return "Base"

    @classmethod
    def made(cls):
        return "made " + cls.__name__


class Mixed(Base):
    def name(self):
        return "Mixed " + super().name()

    @classmethod
    def made(cls):
        return super().made()


class Left(Mixed):
    pass


class Between(Base):
    def name(self):
        return "Between " + super().name()


class Both(Mixed, Between):
    pass


for _ in range(2):
    print([c().name() for c in (Mixed, Left, Both)], Both.made(), Mixed().made())
Base.name = lambda self: "changed"
print(Both().name(), Left().name())


def of_super(start, o):
    return super(start, o).name()


print(of_super(Mixed, Both()), of_super(Between, Both()), of_super(Mixed, Both()))

# expect: [1, 2, 30, 7, 5, 'asked for x']
# expect: [1, 2, 30, 7, 5, 'asked for x']
# expect: [1, 2, 30, 7, 5, 'asked for x']
# expect: property 'x' of 'Computed' object has no setter
# expect: [100, 100, 30, 100, 100, 100]
# expect: ['new', 100, 30, 100, 100, 100]
# expect: set to 1
# expect: 100
# expect: 4
# expect: plain
# expect: own
# expect: no x today
# expect: instead of x
# expect: no x today
# expect: instead of x
# expect: 2
# expect: 2
# expect: [2]
# expect: ['Mixed Base', 'Mixed Base', 'Mixed Between Base'] made Both made Mixed
# expect: ['Mixed Base', 'Mixed Base', 'Mixed Between Base'] made Both made Mixed
# expect: Mixed Between changed Mixed changed
# expect: Between changed changed Between changed
