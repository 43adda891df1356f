import threading
class ThreadSafeIter:
    def __init__(self, it): self.it, self.lock = iter(it), threading.Lock()
    def __iter__(self): return self
    def __next__(self):
        with self.lock: return next(self.it)
def threadsafe(f):
    def g(*a, **k): return ThreadSafeIter(f(*a, **k))
    return g
@threadsafe
def count(n):
    i = 0
    while i < n: yield i; i += 1
c = count(300); out = [[] for _ in range(3)]
def w(o):
    for x in c: o.append(x)
ts = [threading.Thread(target=w, args=(o,)) for o in out]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(sum(out, [])) == list(range(300)))
def g():
    yield threading.current_thread().name
    yield threading.current_thread().name
it = g(); print(next(it)); t = threading.Thread(target=lambda: print(next(it)), name='other'); t.start(); t.join()
def slow():
    ev.set(); go.wait(); yield 1
ev, go = threading.Event(), threading.Event(); s = slow(); t = threading.Thread(target=next, args=(s,)); t.start(); ev.wait()
try: next(s)
except ValueError as e: print(e)
go.set(); t.join()

# expect: True
# expect: MainThread
# expect: other
# expect: generator already executing
