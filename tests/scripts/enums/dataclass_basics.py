from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass

@dataclass
class P:
    x: int
    y: int = 2
    tags: list = field(default_factory=list)
p = P(1)
print(p, p == P(1), p == P(1, 3), P(1, 2, ["a"]), p.tags is not P(1).tags)
print([f.name for f in fields(P)], asdict(p), astuple(p), replace(p, y=9), is_dataclass(p), is_dataclass(3))
try:
    P()
except TypeError as e:
    print(e)
try:
    P(1, 2, 3, 4)
except TypeError as e:
    print(e)
try:
    hash(p)
except TypeError as e:
    print(e)

@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "z"
f = F(1)
print(f, hash(f) == hash(F(1)), F(1) < F(2), sorted([F(3), F(1, "b"), F(1, "a")]), {f: 1}[F(1)])
try:
    f.a = 3
except FrozenInstanceError as e:
    print(type(e).__name__, e)
try:
    del f.a
except FrozenInstanceError as e:
    print(e)

@dataclass
class B(P):
    z: int = 0
    def __post_init__(self):
        self.w = self.x + self.z
b = B(1, z=5)
print(b, b.w, B.__match_args__)

@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 3
    c: InitVar[int] = 4
    d = 7
    e: int = field(default=1, repr=False, compare=False)
    g: int = field(init=False, default=8)
    def __post_init__(self, c):
        self.c2 = c
k = K(1, b=2, c=9)
print(k, k.c2, K.d, k.g, K(1) == K(1, b=3))
try:
    K(1, 2)
except TypeError as e:
    print(e)
try:
    @dataclass
    class Bad:
        a: list = []
except ValueError as e:
    print(e)
try:
    @dataclass
    class Bad2:
        a: int = 1
        b: int
except TypeError as e:
    print(e)

@dataclass(slots=True)
class S:
    x: int
    y: int = 5
s = S(1)
print(s, S.__slots__)
try:
    s.z = 1
except AttributeError as e:
    print(e)

@dataclass(eq=False, repr=False)
class N:
    a: int
print(N(1) == N(1), hash(N(1)) is not None)

@dataclass(unsafe_hash=True)
class U:
    a: int
print(hash(U(1)) == hash(U(1)))

@dataclass
class Tree:
    v: int
    kids: list = field(default_factory=list)
t = Tree(1, [Tree(2), Tree(3)])
print(t, asdict(t), astuple(t))
M = make_dataclass("M", [("x", int), ("y", int, 5)])
print(M(1), M.__doc__)
match p:
    case P(x=1, y=yy): print("matched", yy)
match b:
    case B(xx, yy): print("pos", xx, yy)
@dataclass
class Cmp:
    a: int
    b: int = field(compare=False)
print(Cmp(1, 2) == Cmp(1, 3), fields(Cmp)[1].default is not None, Cmp.__dataclass_params__)
try:
    Cmp(1, 2) < Cmp(2, 3)
except TypeError as e:
    print(e)

# expect: P(x=1, y=2, tags=[]) True False P(x=1, y=2, tags=['a']) True
# expect: ['x', 'y', 'tags'] {'x': 1, 'y': 2, 'tags': []} (1, 2, []) P(x=1, y=9, tags=[]) True False
# expect: P.__init__() missing 1 required positional argument: 'x'
# expect: P.__init__() takes from 2 to 4 positional arguments but 5 were given
# expect: unhashable type: 'P'
# expect: F(a=1, b='z') True True [F(a=1, b='a'), F(a=1, b='b'), F(a=3, b='z')] 1
# expect: FrozenInstanceError cannot assign to field 'a'
# expect: cannot delete field 'a'
# expect: B(x=1, y=2, tags=[], z=5) 6 ('x', 'y', 'tags', 'z')
# expect: K(a=1, b=2, g=8) 9 7 8 True
# expect: K.__init__() takes 2 positional arguments but 3 were given
# expect: mutable default <class 'list'> for field a is not allowed: use default_factory
# expect: non-default argument 'b' follows default argument
# expect: S(x=1, y=5) ('x', 'y')
# expect: 'S' object has no attribute 'z'
# expect: False True
# expect: True
# expect: Tree(v=1, kids=[Tree(v=2, kids=[]), Tree(v=3, kids=[])]) {'v': 1, 'kids': [{'v': 2, 'kids': []}, {'v': 3, 'kids': []}]} (1, [(2, []), (3, [])])
# expect: M(x=1, y=5) M(x: int, y: int = 5)
# expect: matched 2
# expect: pos 1 2
# expect: True True _DataclassParams(init=True,repr=True,eq=True,order=False,unsafe_hash=False,frozen=False)
# expect: '<' not supported between instances of 'Cmp' and 'Cmp'
