d = {"b": 1, "a": 2}; d["c"] = 3; d["b"] = 9; del d["a"]; d["a"] = 0
print(d, list(d), d.popitem(), d.popitem(), d)
print({**d, "z": 1, **{"b": 5}}, d | {"b": 0}, {"b": 0} | d, dict(d, k=1), dict([("x", 1)], y=2), dict(zip("ab", [1, 2])), dict.fromkeys("aab", 0), dict({"a": 1}.items()))
d |= {"n": 1}; d |= [("m", 2)]; print(d)
d.update({"u": 1}, v=2); d.update([["w", 3]]); d.update(); print(d)
class K:
    def keys(self): return ["k1", "k2"]
    def __getitem__(self, k): return k.upper()
print(dict(K()), {**K()}, (lambda **kw: kw)(**K())); d.update(K()); print(list(d))
print(d.get("zz"), d.get("zz", 5), d.setdefault("b", 7), d.setdefault("new"), d.pop("new"), d.pop("gone", "default"), "b" in d, d.__contains__("b"))
class M(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
m = M(); print(m["ab"], m, m.get("zz"), "zz" in m, m.setdefault("q", 1), M.fromkeys([1]), type(m | {}), type(m.copy()), {**m})
print({1: "a", True: "b", 1.0: "c"}, {None: 1, (): 2, "": 3, 0: 4, False: 5}, {"a": 1} == {"a": 1.0}, {1: [2]} != {1: [2]}, {"a": {"b": {}}}, len({}), bool({0: 0}))
n = {}; n["self"] = n; print(n, {1: n})
x = {i: i * i for i in range(5)}; print(list(x.items())[::2], max(x, key=x.get), sorted(x, key=lambda k: -x[k]), sum(x.values()), min(x.items(), key=lambda p: -p[1]), [*x], {v: k for k, v in x.items()})
for i in range(50): x[i] = i
for i in range(0, 50, 2): del x[i]
print(list(x)[:5], len(x), next(iter(x)), next(reversed(x)))

# expect: {'b': 9} ['b', 'c', 'a'] ('a', 0) ('c', 3) {'b': 9}
# expect: {'b': 5, 'z': 1} {'b': 0} {'b': 9} {'b': 9, 'k': 1} {'x': 1, 'y': 2} {'a': 1, 'b': 2} {'a': 0, 'b': 0} {'a': 1}
# expect: {'b': 9, 'n': 1, 'm': 2}
# expect: {'b': 9, 'n': 1, 'm': 2, 'u': 1, 'v': 2, 'w': 3}
# expect: {'k1': 'K1', 'k2': 'K2'} {'k1': 'K1', 'k2': 'K2'} {'k1': 'K1', 'k2': 'K2'}
# expect: ['b', 'n', 'm', 'u', 'v', 'w', 'k1', 'k2']
# expect: None 5 9 None None default True True
# expect: abab {'ab': 'abab', 'q': 1} None False 1 {1: None} <class 'dict'> <class 'dict'> {'ab': 'abab', 'q': 1}
# expect: {1: 'c'} {None: 1, (): 2, '': 3, 0: 5} True False {'a': {'b': {}}} 0 True
# expect: {'self': {...}} {1: {'self': {...}}}
# expect: [(0, 0), (2, 4), (4, 16)] 4 [4, 3, 2, 1, 0] 30 (4, 16) [0, 1, 2, 3, 4] {0: 0, 1: 1, 4: 2, 9: 3, 16: 4}
# expect: [1, 3, 5, 7, 9] 25 1 49
