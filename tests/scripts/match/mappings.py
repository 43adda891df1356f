from collections import OrderedDict, defaultdict, ChainMap, Counter
import types
K = types.SimpleNamespace(key="k")
def f(x):
    match x:
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": "rect", "w": int(w), "h": int(h)}: return f"rect {w * h}"
        case {"a": {"b": [first, *_]}}: return f"deep {first}"
        case {K.key: v, **rest}: return f"k={v} rest={rest}"
        case {1: one, -2: two}: return f"{one} {two}"
        case {None: n}: return f"none {n}"
        case {"opt": ("x" | "y") as o}: return f"opt {o}"
        case {**anything} if len(anything) > 2: return f"many {sorted(anything)}"
        case {}: return "a mapping"
        case _: return "no mapping"
for v in [{"type": "circle", "r": 2, "extra": 0}, {"type": "rect", "w": 2, "h": 3}, {"type": "rect", "w": 2.5, "h": 3}, {"a": {"b": (9, 8)}}, {"k": 1, "z": 2}, {1: "o", -2: "t"}, {1.0: "o", -2: "t"}, {None: 0}, {"opt": "y"}, {"opt": "z"}, {1: 1, 2: 2, 3: 3}, {}, [], "a", OrderedDict(k=1), ChainMap({"k": 5}), Counter("kk")]:
    print(v if not isinstance(v, (OrderedDict, ChainMap, Counter)) else type(v).__name__, "->", f(v))
d = defaultdict(list)
match d:
    case {"x": v}: print("made", v)
    case _: print("no default made", dict(d))
class M(dict):
    def __missing__(self, k): return "missing"
    def get(self, k, default=None): print("get", k); return super().get(k, default)
match M(a=1):
    case {"b": v}: print("b", v)
    case {"a": v}: print("a", v)
try:
    match {"k": 1}:
        case {K.key: a, "k": b}: pass
except ValueError as e: print(e)
match {"a": 1, "b": 2}:
    case {"a": 1, **kw}: print(kw)
src = {"z": [1]}
match src:
    case {"z": z, **rest}: z.append(2); rest["new"] = 1
print(src)
match {True: "t"}:
    case {1: v}: print(v)

# expect: {'type': 'circle', 'r': 2, 'extra': 0} -> circle 2
# expect: {'type': 'rect', 'w': 2, 'h': 3} -> rect 6
# expect: {'type': 'rect', 'w': 2.5, 'h': 3} -> many ['h', 'type', 'w']
# expect: {'a': {'b': (9, 8)}} -> deep 9
# expect: {'k': 1, 'z': 2} -> k=1 rest={'z': 2}
# expect: {1: 'o', -2: 't'} -> o t
# expect: {1.0: 'o', -2: 't'} -> o t
# expect: {None: 0} -> none 0
# expect: {'opt': 'y'} -> opt y
# expect: {'opt': 'z'} -> a mapping
# expect: {1: 1, 2: 2, 3: 3} -> many [1, 2, 3]
# expect: {} -> a mapping
# expect: [] -> no mapping
# expect: a -> no mapping
# expect: OrderedDict -> k=1 rest={}
# expect: ChainMap -> k=5 rest={}
# expect: Counter -> k=2 rest={}
# expect: no default made {}
# expect: get b
# expect: get a
# expect: a 1
# expect: {'b': 2}
# expect: {'z': [1, 2]}
# expect: t
