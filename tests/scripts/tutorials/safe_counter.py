import threading, sys, time
counter = 0
class SafeCounter:
    def __init__(self): self._v = 0; self._lock = threading.Lock()
    def __iadd__(self, n):
        with self._lock: self._v += n
        return self
    def __int__(self): return self._v
    def __repr__(self): return f'{type(self).__name__}({self._v})'
    def __enter__(self): self._lock.acquire(); return self
    def __exit__(self, *a): self._lock.release()
lock = threading.Lock()
def inc(n):
    global counter
    for _ in range(n):
        with lock: counter += 1
sc = SafeCounter()
def inc2(n):
    global sc
    for _ in range(n): sc += 1
ts = [threading.Thread(target=f, args=(5000,)) for f in (inc, inc2) for _ in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
print(counter, sc, int(sc))
try: counter.x
except AttributeError as e: print(e)
def unbound():
    try: counter += 1
    except UnboundLocalError as e: print(e)
t = threading.Thread(target=unbound); t.start(); t.join()

# expect: 15000 SafeCounter(15000) 15000
# expect: 'int' object has no attribute 'x'
# expect: cannot access local variable 'counter' where it is not associated with a value
