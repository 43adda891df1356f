from enum import IntEnum, Flag, IntFlag, StrEnum, auto, Enum

class Num(IntEnum):
    ONE = 1
    TWO = 2
print(Num.ONE, repr(Num.ONE), Num.ONE + 1, Num.ONE < Num.TWO, f"{Num.TWO:03d}", Num.ONE == 1, sorted([Num.TWO, Num.ONE]))
print("%d %s" % (Num.ONE, Num.TWO), [10, 20, 30][Num.ONE], int(Num.TWO), isinstance(Num.ONE, int), {1: "x"}[Num.ONE])

class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
p = Perm.R | Perm.W
print(p, repr(p), p.value, Perm.R in p, Perm.X in p, bool(p & Perm.X), list(p), ~p, p ^ Perm.R, len(p), p is Perm.RW)
print(Perm(0), repr(Perm(0)), Perm(5), repr(Perm.R | Perm.X), list(Perm))
try:
    Perm(16)
except ValueError as e:
    print(e)
try:
    Perm.R | 1
except TypeError as e:
    print(e)

class Mode(IntFlag):
    A = 1
    B = 2
print(Mode.A | Mode.B, repr(Mode.A | Mode.B), repr(Mode.A | 8), Mode.A | 4, Mode.A + 1, repr(~Mode.A), repr(Mode(0)))

class S(StrEnum):
    HELLO = auto()
    BYE = "bye!"
print(S.HELLO, repr(S.BYE), S.BYE.upper(), f"{S.HELLO}", S.HELLO == "hello", S("bye!") is S.BYE)

class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self):
        return round(6.67300E-11 * self.mass / (self.radius * self.radius), 2)
print(Planet.EARTH.gravity, Planet.EARTH.value, Planet.MERCURY.mass)

class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, "P.X")
    PY = (1, "P.Y")
print(Coord(1).label, Coord.PX.value)

Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.BEE.value, Animal("x") if False else Animal(3))
E2 = Enum("E2", {"a": 1, "b": 2})
print(list(E2), Enum("E3", ["q", "r"], start=5).r.value)

class Named(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.title()
    NORTH = auto()
    SOUTH = auto()
print([n.value for n in Named])

class Mis(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        return cls.A
print(Mis(44))

class Str(str, Enum):
    A = "a"
    B = "b"
print(Str.A, repr(Str.A), Str.A == "a", f"{Str.A}", Str.A.value, "x" + Str.B)
match Num(2):
    case Num.ONE: print("one")
    case Num.TWO: print("two")

# expect: 1 <Num.ONE: 1> 2 True 002 True [<Num.ONE: 1>, <Num.TWO: 2>]
# expect: 1 2 20 2 True x
# expect: Perm.RW <Perm.RW: 3> 3 True False False [<Perm.R: 1>, <Perm.W: 2>] Perm.X Perm.W 2 True
# expect: Perm(0) <Perm: 0> Perm.R|X <Perm.R|X: 5> [<Perm.R: 1>, <Perm.W: 2>, <Perm.X: 4>]
# expect: <flag 'Perm'> invalid value 16
# expect:     given 0b0 10000
# expect:   allowed 0b0 00111
# expect: unsupported operand type(s) for |: 'Perm' and 'int'
# expect: 3 <Mode.A|B: 3> <Mode.A|8: 9> 5 2 <Mode.B: 2> <Mode: 0>
# expect: hello <S.BYE: 'bye!'> BYE! hello True True
# expect: 9.8 (5.976e+24, 6378140.0) 3.303e+23
# expect: P.Y 0
# expect: [<Animal.ANT: 1>, <Animal.BEE: 2>, <Animal.CAT: 3>] 2 Animal.CAT
# expect: [<E2.a: 1>, <E2.b: 2>] 6
# expect: ['North', 'South']
# expect: Mis.A
# expect: Str.A <Str.A: 'a'> True Str.A a xb
# expect: two
