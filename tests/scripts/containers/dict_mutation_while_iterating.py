d = {i: i for i in range(3)}
for name, f in [("add", lambda k: d.__setitem__(k + 100, 1)), ("delete", lambda k: d.pop(k)), ("replace", lambda k: d.__setitem__(k, 9))]:
    try:
        for k in d: f(k)
        print(name, "ok", d)
    except RuntimeError as e: print(name, e)
for view in ["keys", "values", "items"]:
    d = {1: 2, 3: 4}
    try:
        for x in getattr(d, view)(): d.clear()
        print(view, "ok")
    except RuntimeError as e: print(view, e)
d = {1: 2, 3: 4}
d = {1: 1, 2: 2}
it = iter(d); next(it); d[3] = 3
try: next(it)
except RuntimeError as e: print(e)
try: next(it)
except RuntimeError as e: print("again", e)
except StopIteration: print("stop")
for k in list(d): del d[k]
print(d)
s = {1, 2, 3}
try:
    for x in s: s.add(x + 10)
except RuntimeError as e: print(e)
s = {1, 2, 3}
try:
    for x in s: s.discard(x)
except RuntimeError as e: print(e)
try:
    {k: d.setdefault(k, 1) for k in [1, 2]}
    for k in reversed(d): d[k * 5 + 100] = 0
except RuntimeError as e: print(e)
e = {1: "a"}
for k, v in e.items(): e[k] = v * 2
print(e)
l = [1, 2, 3]
for x in l: l.pop() if len(l) > 1 else None
print(l)
from collections import deque, OrderedDict, Counter
q = deque([1, 2, 3])
try:
    for x in q: q.append(x)
except RuntimeError as ex: print(ex)
od = OrderedDict(a=1, b=2)
try:
    for k in od: od["z"] = 1
except RuntimeError: print("OrderedDict too")

# expect: add dictionary changed size during iteration
# expect: delete dictionary changed size during iteration
# expect: replace ok {1: 9, 2: 9, 100: 9}
# expect: keys dictionary changed size during iteration
# expect: values dictionary changed size during iteration
# expect: items dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: again dictionary changed size during iteration
# expect: {}
# expect: Set changed size during iteration
# expect: Set changed size during iteration
# expect: dictionary changed size during iteration
# expect: {1: 'aa'}
# expect: [1]
# expect: deque mutated during iteration
# expect: OrderedDict too
