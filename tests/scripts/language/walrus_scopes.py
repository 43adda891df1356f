def f():
    data = [y := 10, y ** 2, y ** 3]
    total = 0
    partial = [total := total + v for v in data]
    if (n := len(data)) > 2 and (m := n * 2):
        pass
    return data, partial, total, n, m
print(f())
print([last := i for i in range(4)], last)
print(any((hit := w).startswith("b") for w in ["ab", "ba", "bb"]), hit)
def g():
    global counter
    [counter := k for k in range(5)]
g()
print(counter)
def h():
    c = 0
    def inner():
        nonlocal c
        [c := c + k for k in range(4)]
    inner()
    return c
print(h())
print((lambda: (z := 5, z + 1))())
d = {(k := "a"): (val := 2), k + k: val + val}
print(d, k, val)
print([(j, i) for i in range(3) if (j := i * i) > 0])
while (c := len(d)) < 4:
    d[c] = c
print(d)
print(f"{(q := 3)} {q} {(q:=4):>3}", q)
def dflt(a=(w := 7)): return a
print(dflt(), w)
print([[(t := t0 + i) for i in range(2)] for t0 in (10, 20)], t)

# expect: ([10, 100, 1000], [10, 110, 1110], 1110, 3, 6)
# expect: [0, 1, 2, 3] 3
# expect: True ba
# expect: 4
# expect: 6
# expect: (5, 6)
# expect: {'a': 2, 'aa': 4} a 2
# expect: [(1, 1), (4, 2)]
# expect: {'a': 2, 'aa': 4, 2: 2, 3: 3}
# expect: 3 3   4 4
# expect: 7 7
# expect: [[10, 11], [20, 21]] 21
