log = []
def t(n):
    log.append(n)
    return n
class D:
    def __setitem__(self, k, v): log.append(("set", k, v))
    def __getitem__(self, k): log.append(("get", k)); return 1
    def __delitem__(self, k): log.append(("del", k))
    def __getattr__(self, n): log.append(("getattr", n)); return 2
    def __setattr__(self, n, v): log.append(("setattr", n, v))
d = D()
d[t("k")] = t("v")
d[t("k")] += t("v2") and 5
d.x = t("w")
d.x += t(3)
del d[t("z")]
print(log); log.clear()
a = d[t(1)] = d[t(2)] = t(0)
print(log); log.clear()
{t("a"): t("b"), t("c"): t("d")}
print(log); log.clear()
def f(*a, **k): return 0
f(t(1), *[t(2)], t(3), x=t(4), **{"y": t(5)})
print(log); log.clear()
t(1) + t(2) * t(3) ** t(4)
print(log); log.clear()
t(1) if t(0) else t(2)
print(log); log.clear()
d[t("a")], d[t("b")] = t(1), t(2)
print(log); log.clear()
def deco(n):
    log.append("deco" + n)
    return lambda fn: log.append("apply" + n) or fn
@deco("1")
@deco("2")
def g(x=t("default"), *, y=t("kwdefault")) -> t("ann"): pass
print(log); log.clear()
@deco("c")
class K(t(object), metaclass=t(type)):
    a: t("annotation") = t("value")
    b: t("only")
print(log, K.__annotations__); log.clear()
for d[t("i")] in [1]: pass
print(log); log.clear()
with open("/dev/null") if False else __import__("contextlib").nullcontext(5) as d[t("w")]: pass
print(log); log.clear()
x: t("ann2") = t("val2")
print(log, __annotations__); log.clear()
assert t(1), t("never")
print(t(5) < t(3) < t(9), log)

# expect: ['v', 'k', ('set', 'k', 'v'), 'k', ('get', 'k'), 'v2', ('set', 'k', 6), 'w', ('setattr', 'x', 'w'), ('getattr', 'x'), 3, ('setattr', 'x', 5), 'z', ('del', 'z')]
# expect: [0, 1, ('set', 1, 0), 2, ('set', 2, 0)]
# expect: ['a', 'b', 'c', 'd']
# expect: [1, 2, 3, 4, 5]
# expect: [1, 2, 3, 4]
# expect: [0, 2]
# expect: [1, 2, 'a', ('set', 'a', 1), 'b', ('set', 'b', 2)]
# expect: ['deco1', 'deco2', 'default', 'kwdefault', 'ann', 'apply2', 'apply1']
# expect: ['decoc', <class 'object'>, <class 'type'>, 'value', 'annotation', 'only', 'applyc'] {'a': 'annotation', 'b': 'only'}
# expect: ['i', ('set', 'i', 1)]
# expect: ['w', ('set', 'w', 5)]
# expect: ['val2', 'ann2'] {'x': 'ann2'}
# expect: False [1, 5, 3]
