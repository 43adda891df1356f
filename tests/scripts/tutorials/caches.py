import threading, time, functools, weakref, gc
from collections import OrderedDict
class LRU:
    def __init__(self, n): self.n, self.d, self.lock, self.hits, self.miss = n, OrderedDict(), threading.RLock(), 0, 0
    def __call__(self, f):
        @functools.wraps(f)
        def w(*k):
            with self.lock:
                if k in self.d: self.d.move_to_end(k); self.hits += 1; return self.d[k]
            v = f(*k)
            with self.lock:
                self.miss += 1; self.d[k] = v
                if len(self.d) > self.n: self.d.popitem(last=False)
            return v
        w.cache = self; return w
@LRU(2)
def sq(x): return x * x
print([sq(i) for i in (1, 2, 1, 3, 2)], sq.cache.hits, sq.cache.miss, list(sq.cache.d))
class TTL(dict):
    def __missing__(self, k): self[k] = v = f'made-{k}'; return v
t = TTL(); print(t['a'], t, t.get('b'))
@functools.lru_cache(maxsize=2)
def g(a, b=1): return a + b
g(1); g(1); g(1, b=2); g(3); print(g.cache_info(), g.cache_parameters()); g.cache_clear(); print(g.cache_info())
class Once:
    @functools.cached_property
    def v(self): print('computed'); return 7
o = Once(); print(o.v, o.v, o.__dict__)
@functools.singledispatch
def show(x): return 'obj'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list'
print(show(1), show([]), show('s'), show(True))
@functools.total_ordering
class V:
    def __init__(s, n): s.n = n
    def __eq__(s, o): return s.n == o.n
    def __lt__(s, o): return s.n < o.n
print(V(1) >= V(0), max(V(3), V(5)).n)

# expect: [1, 4, 1, 9, 4] 1 4 [(3,), (2,)]
# expect: made-a {'a': 'made-a'} None
# expect: CacheInfo(hits=1, misses=3, maxsize=2, currsize=2) {'maxsize': 2, 'typed': False}
# expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
# expect: computed
# expect: 7 7 {'v': 7}
# expect: int list obj int
# expect: True 5
