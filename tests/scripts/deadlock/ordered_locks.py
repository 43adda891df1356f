import threading, time
a, b = threading.Lock(), threading.Lock()
class Ordered:
    _held = threading.local()
    def __init__(self, *locks): self.locks = sorted(locks, key=id)
    def __enter__(self):
        for l in self.locks: l.acquire()
        return self
    def __exit__(self, t, v, tb):
        for l in reversed(self.locks): l.release()
        return t is ValueError
out = []
def w(x, y, n):
    for i in range(n):
        with Ordered(x, y): out.append(i)
ts = [threading.Thread(target=w, args=(a, b, 50)), threading.Thread(target=w, args=(b, a, 50))]
for t in ts: t.start()
for t in ts: t.join()
print(len(out))
with Ordered(a, b): raise ValueError('swallowed')
print(a.locked(), b.locked())
def try_both():
    if a.acquire(timeout=.5):
        try:
            if b.acquire(blocking=False): b.release(); return 'both'
            return 'gave up'
        finally: a.release()
b.acquire(); print(try_both()); b.release(); print(try_both())

# expect: 100
# expect: False False
# expect: gave up
# expect: both
