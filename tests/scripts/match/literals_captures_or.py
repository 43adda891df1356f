import enum
class Color(enum.Enum): RED = 1; BLUE = 2
class K: CONST = 42
def f(x):
    match x:
        case None: return "none"
        case True: return "true"
        case 0: return "zero"
        case -1 | -2.5: return "neg"
        case 1.5: return "float"
        case 3 + 4j: return "complex"
        case -3 - 4j: return "neg complex"
        case "a" | "b" as letter: return f"letter {letter}"
        case b"x": return "bytes"
        case "con" "cat": return "concat"
        case Color.RED: return "red"
        case K.CONST: return "const"
        case int(n) if n > 100: return f"big {n}"
        case int() | float() as num: return f"num {num}"
        case str(s): return f"str {s!r}"
        case [] | (): return "empty"
        case (a): return f"other {type(a).__name__}"
for v in [None, True, False, 0, 0.0, 1, -1, -2.5, 1.5, 3 + 4j, -3 - 4j, "a", "b", b"x", "concat", Color.RED, Color.BLUE, 42, 101, 7, 2.5, "zz", [], (), {}, 1 + 0j]:
    print(repr(v), "->", f(v))
def guard(x):
    match x:
        case y if y < 0: return "neg", y
        case y if (z := y * 2) > 10: return "dbl", z
        case _: return "rest", y
print(guard(-1), guard(6), guard(1))
def none(x):
    match x:
        case 1: pass
    return "fell"
print(none(5))
match 5:
    case ((1 | 2 | 3) | (4 | 5)) as v: print("nested or", v)
match (1, 2):
    case 1, 2: print("open sequence")
match 1,:
    case (1,): print("one tuple")
match = 1
case = 2
_ = 3
print(match + case + _)
match[0] if False else None
class Eq:
    def __eq__(self, o): print("eq", o); return o == 3
match Eq():
    case 1 | 2: print("no")
    case 3: print("three")
match {"a": 1}.get("b"):
    case None: print("missing")
try:
    match 5:
        case K.NOPE: pass
except AttributeError as e: print(e)

# expect: None -> none
# expect: True -> true
# expect: False -> zero
# expect: 0 -> zero
# expect: 0.0 -> zero
# expect: 1 -> num 1
# expect: -1 -> neg
# expect: -2.5 -> neg
# expect: 1.5 -> float
# expect: (3+4j) -> complex
# expect: (-3-4j) -> neg complex
# expect: 'a' -> letter a
# expect: 'b' -> letter b
# expect: b'x' -> bytes
# expect: 'concat' -> concat
# expect: <Color.RED: 1> -> red
# expect: <Color.BLUE: 2> -> other Color
# expect: 42 -> const
# expect: 101 -> big 101
# expect: 7 -> num 7
# expect: 2.5 -> num 2.5
# expect: 'zz' -> str 'zz'
# expect: [] -> empty
# expect: () -> empty
# expect: {} -> other dict
# expect: (1+0j) -> other complex
# expect: ('neg', -1) ('dbl', 12) ('rest', 1)
# expect: fell
# expect: nested or 5
# expect: open sequence
# expect: one tuple
# expect: 6
# expect: eq 1
# expect: eq 2
# expect: eq 3
# expect: three
# expect: missing
# expect: type object 'K' has no attribute 'NOPE'
