import threading
d, l, s = {}, [], set()
def w(i):
    for k in range(200):
        d[i, k] = k; l.append(i); s.add(k); d.setdefault('x', []).append(1) if False else None
ts = [threading.Thread(target=w, args=(i,)) for i in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(len(d), len(l), len(s), [l.count(i) for i in range(4)])
def change():
    try:
        for k in d: d['new'] = 1
    except RuntimeError as e: print(e)
t = threading.Thread(target=change); t.start(); t.join()

# expect: 800 800 200 [200, 200, 200, 200]
# expect: dictionary changed size during iteration
