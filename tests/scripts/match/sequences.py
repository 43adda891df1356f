from collections import deque, namedtuple
import array
def f(x):
    match x:
        case []: return "empty"
        case [1]: return "one"
        case [a, b] if a == b: return f"pair {a}"
        case [1, *rest]: return f"1 then {rest}"
        case [*init, "end"]: return f"{init} then end"
        case ["mid", *_, last]: return f"mid..{last}"
        case [[x, y], [z, *w]]: return f"nested {x} {y} {z} {w}"
        case [int() | str() as first, (2 | 3) as second]: return f"typed {first} {second}"
        case (a, b, c): return f"three {a} {b} {c}"
        case [*everything]: return f"all {everything}"
        case _: return "not a sequence"
P = namedtuple("P", "x y")
class Seq:
    def __len__(self): return 1
    def __getitem__(self, i): return 1
import collections.abc
class Reg(collections.abc.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i):
        if i >= 2: raise IndexError
        return "v"
for v in [[], (), [1], (1,), [2, 2], [1, 2, 3], ["a", "end"], ["end"], ["mid", 0, 0, 9], [[1, 2], [3, 4, 5]], ["q", 3], [5, 2], (7, 8, 9), [1.5, 2, 3, 4], "ab", b"ab", bytearray(b"a"), {1, 2}, {1: 2}, range(2), range(3), deque([1]), P(4, 4), Seq(), Reg(), array.array("i", [1]), iter([1]), None, (i for i in [1]), memoryview(b"a")]:
    print(type(v).__name__, "->", f(v))
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]: print(a, b, c, d)
match (1, 2, 3, 4, 5):
    case [first, *middle, last]: print(first, middle, last)
match [[1, 2], [3, 4]]:
    case [[a, *b], *c]: print(a, b, c)
x = "before"
match [1, 2]:
    case [x, 3]: print("no")
    case _: print("x is", x)
match ["go", "north"]:
    case ["go", ("north" | "south") as direction]: print(direction)
match [1, 2, 3]:
    case [_, _, _]: print("three wildcards")
match ([],):
    case [[]]: print("empty in tuple")
match "a", "b":
    case "a", *others: print(others)

# expect: list -> empty
# expect: tuple -> empty
# expect: list -> one
# expect: tuple -> one
# expect: list -> pair 2
# expect: list -> 1 then [2, 3]
# expect: list -> ['a'] then end
# expect: list -> [] then end
# expect: list -> mid..9
# expect: list -> nested 1 2 3 [4, 5]
# expect: list -> typed q 3
# expect: list -> typed 5 2
# expect: tuple -> three 7 8 9
# expect: list -> all [1.5, 2, 3, 4]
# expect: str -> not a sequence
# expect: bytes -> not a sequence
# expect: bytearray -> not a sequence
# expect: set -> not a sequence
# expect: dict -> not a sequence
# expect: range -> all [0, 1]
# expect: range -> three 0 1 2
# expect: deque -> one
# expect: P -> pair 4
# expect: Seq -> not a sequence
# expect: Reg -> pair v
# expect: array -> one
# expect: list_iterator -> not a sequence
# expect: NoneType -> not a sequence
# expect: generator -> not a sequence
# expect: memoryview -> all [97]
# expect: 1 2 3 4
# expect: 1 [2, 3, 4] 5
# expect: 1 [2] [[3, 4]]
# expect: x is before
# expect: north
# expect: three wildcards
# expect: empty in tuple
# expect: ['b']
