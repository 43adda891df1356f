a = list(range(10))
print(a[::3], a[::-1], a[8:2:-2], a[-3:], a[:-8], a[100:], a[-100:3], a[5:2], a[::-4], a[slice(None, 4)], a[True])
a[2:5] = "xy"; print(a)
a[::2] = [0] * len(a[::2]); print(a)
a[3:3] = [7, 8]; print(a)
a[:] = a[::-1]; print(a)
del a[::2]; print(a)
del a[-2:]; print(a)
a[len(a):] = range(3); print(a)
a[1:1] = a; print(a)
a += "pq"; a *= 2; print(a)
a[-2:0:-6] = "ABC"[:len(a[-2:0:-6])] ; print(a)
b = [1, 2, 3, 4]
for src in ["b[::2] = [1]", "b[::-1] = [1, 2]", "b[0:2] = 5", "b['a':] = []", "b[::0] = []", "del b[9]", "del b['a']", "b[9] = 1", "b[1.0] = 1", "b += 5", "b *= 'a'", "b[::2] = 5", "del b[::0]", "b[None:2] = [9]", "b.insert(-100, 0)", "b.insert(100, 5)", "b.pop(-10)", "b.index(4, -1)", "b.index(9, 0, 99)", "b[:] = iter([1, 2])", "b.extend(x for x in 'ab')", "b.remove('zz')"]:
    try:
        exec(src); print(src, b)
    except Exception as e: print(src, "->", type(e).__name__, e)
c = [[]] * 3; c[0].append(1); print(c)
d = [1]; d.append(d); print(d, d == d, [d] == [d])
e = [3, 1, 2]; print(e.sort(), e, sorted(e, reverse=True), e.copy() is e, [1, 2] < [1, 2, 0], [1, [2]] < [1, [3]], [] < [0])
f = [0, 1, 2, 3]
for x in f:
    if x == 1: f.remove(x)
    if len(f) < 6: f.append(x * 10)
print(f)
print([1, 2, 3].__contains__(2), [1].__eq__(5), [1, 2].__add__([3]), [0] * 0, [1] * -1, 2 * [1], [*a[:2], *"z"])

# expect: [0, 3, 6, 9] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [7, 8, 9] [0, 1] [] [0, 1, 2] [] [9, 5, 1] [0, 1, 2, 3] 1
# expect: [0, 1, 'x', 'y', 5, 6, 7, 8, 9]
# expect: [0, 1, 0, 'y', 0, 6, 0, 8, 0]
# expect: [0, 1, 0, 7, 8, 'y', 0, 6, 0, 8, 0]
# expect: [0, 8, 0, 6, 0, 'y', 8, 7, 0, 1, 0]
# expect: [8, 6, 'y', 7, 1]
# expect: [8, 6, 'y']
# expect: [8, 6, 'y', 0, 1, 2]
# expect: [8, 8, 6, 'y', 0, 1, 2, 6, 'y', 0, 1, 2]
# expect: [8, 8, 6, 'y', 0, 1, 2, 6, 'y', 0, 1, 2, 'p', 'q', 8, 8, 6, 'y', 0, 1, 2, 6, 'y', 0, 1, 2, 'p', 'q']
# expect-exit: 1
# expect-stderr: Traceback \(most recent call last\):\n+  File "[^"]*", line 12, in <module>\n+    a\[-2:0:-6\] = "ABC"\[:len\(a\[-2:0:-6\]\)\] ; print\(a\)\n+    ~\^\^\^\^\^\^\^\^\^\n+ValueError: attempt to assign sequence of size 3 to extended slice of size 5
