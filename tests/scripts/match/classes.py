from dataclasses import dataclass
@dataclass
class Point: x: int; y: int = 0
@dataclass
class Line: a: Point; b: Point
class Plain:
    def __init__(self, **k): self.__dict__.update(k)
class Args:
    __match_args__ = ("first", "second")
    def __init__(self, f, s): self.first, self.second = f, s
class Sub(Args): pass
def f(v):
    match v:
        case Point(0, 0): return "origin"
        case Point(x=0, y=yy): return f"on y at {yy}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point() as p: return f"point {p}"
        case Line(Point(a, _), Point(b)): return f"line {a} {b}"
        case Plain(name="n", tags=[t, *_]): return f"plain {t}"
        case Plain(deep=Plain(v=v)): return f"deep {v}"
        case Sub(1): return "sub 1"
        case Args(1, second=s): return f"args {s}"
        case str("yes" | "y"): return "yes"
        case int(n) | float(n): return f"number {n}"
        case dict(d): return f"dict {d}"
        case list([a, b]): return f"list of {a} {b}"
        case tuple((1, *r)): return f"tuple {r}"
        case bytes(b): return f"bytes {b}"
        case type(): return f"type {v.__name__}"
        case Exception(args=(msg,)): return f"exc {msg}"
        case object(real=r): return f"real {r}"
        case _: return "other"
for v in [Point(0), Point(0, 5), Point(3, 3), Point(1, 2), Line(Point(1), Point(2)), Plain(name="n", tags=[7, 8]), Plain(deep=Plain(v=1)), Sub(1, 2), Sub(2, 2), Args(1, 9), "yes", "no", 5, True, 2.5, {1: 2}, [1, 2], [1], (1, 2, 3), b"q", int, ValueError("m"), ValueError(), 3j, None]:
    print(type(v).__name__, "->", f(v))
class BadArgs: __match_args__ = ["a"]
class BadItem: __match_args__ = (5,)
class NoArgs: pass
def errors(v):
    tests = [lambda: bad(BadArgs()), lambda: bad(BadItem()), lambda: bad(NoArgs()), lambda: bad(Args(1, 2)), lambda: bad(5), lambda: bad(Point(1))]
def bad(kind):
    try:
        match kind:
            case BadArgs(x): pass
            case BadItem(x): pass
            case NoArgs(x): pass
            case Args(a, b, c): pass
            case int(a, b): pass
            case Point(1, x=1): pass
        return "nothing"
    except TypeError as e: return str(e)
for k in [BadArgs(), BadItem(), NoArgs(), Args(1, 2), 5, Point(1), "s"]: print(bad(k))
x = 5
try:
    match 1:
        case x(): pass
except TypeError as e: print(e)
class Meta(type):
    def __instancecheck__(cls, o): return o == "magic"
class Magic(metaclass=Meta): pass
match "magic":
    case Magic(): print("instancecheck")
class Prop:
    @property
    def p(self): raise AttributeError("hidden")
    @property
    def q(self): raise ValueError("seen")
match Prop():
    case Prop(p=1): print("no")
    case _: print("attribute missing")
try:
    match Prop():
        case Prop(q=1): pass
except ValueError as e: print(e)

# expect: Point -> origin
# expect: Point -> on y at 5
# expect: Point -> diagonal 3
# expect: Point -> point Point(x=1, y=2)
# expect: Line -> line 1 2
# expect: Plain -> plain 7
# expect: Plain -> deep 1
# expect: Sub -> sub 1
# expect: Sub -> other
# expect: Args -> args 9
# expect: str -> yes
# expect: str -> other
# expect: int -> number 5
# expect: bool -> number True
# expect: float -> number 2.5
# expect: dict -> dict {1: 2}
# expect: list -> list of 1 2
# expect: list -> other
# expect: tuple -> tuple [2, 3]
# expect: bytes -> bytes b'q'
# expect: type -> type int
# expect: ValueError -> exc m
# expect: ValueError -> other
# expect: complex -> real 0.0
# expect: NoneType -> other
# expect: BadArgs.__match_args__ must be a tuple (got list)
# expect: __match_args__ elements must be strings (got int)
# expect: NoArgs() accepts 0 positional sub-patterns (1 given)
# expect: Args() accepts 2 positional sub-patterns (3 given)
# expect: int() accepts 1 positional sub-pattern (2 given)
# expect: Point() got multiple sub-patterns for attribute 'x'
# expect: nothing
# expect: called match pattern must be a type
# expect: instancecheck
# expect: attribute missing
# expect: seen
