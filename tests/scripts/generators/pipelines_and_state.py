def count(n=0):
    while True:
        n = (yield n) or n + 1
c = count(5)
print(next(c), next(c), c.send(50), next(c))
def take(n, it):
    for _, x in zip(range(n), it): yield x
def squares(it): return (x * x for x in it)
print(list(take(4, squares(count()))))
def avg():
    total = n = 0
    value = None
    while True:
        value = yield value
        total += value; n += 1
        value = total / n
a = avg(); next(a)
print([a.send(x) for x in (10, 20, 60)])
def co(fn):
    def start(*a):
        g = fn(*a); next(g); return g
    return start
@co
def grep(word, target):
    while True:
        line = yield
        if word in line: target.send(line)
@co
def sink(out):
    try:
        while True: out.append((yield))
    except GeneratorExit: out.append("closed")
out = []
s = sink(out); g = grep("py", s)
for l in ["python", "java", "happy"]: g.send(l)
g.close(); s.close()
print(out)
def with_finally():
    for i in range(3):
        try: yield i
        finally: print("f", i)
for v in with_finally():
    if v == 9: break
gen = with_finally()
print(next(gen)); gen.close(); print(next(gen, "end"))
def nested():
    def inner(): yield from "ab"
    yield inner
    yield from inner()
f, *rest = nested()
print(f.__qualname__, rest)
print(sum(x for x in range(5)), max((len(w), w) for w in ["a", "ccc", "bb"]), "".join(c for c in "abc" if c != "b"), dict(zip("ab", count())), [*take(2, "xyz")], 3 in count(), tuple(take(0, "a")))
e = (i for i in range(3))
print(next(e), list(e), list(e), next(e, None))
def early():
    return
    yield
print(list(early()), next(early(), "none"))

# expect: 5 6 50 51
# expect: [0, 1, 4, 9]
# expect: [10.0, 15.0, 30.0]
# expect: ['python', 'happy', 'closed']
# expect: f 0
# expect: f 1
# expect: f 2
# expect: 0
# expect: f 0
# expect: end
# expect: nested.<locals>.inner ['a', 'b']
# expect: 10 (3, 'ccc') ac {'a': 0, 'b': 1} ['x', 'y'] True ()
# expect: 0 [1, 2] [] None
# expect: [] none
