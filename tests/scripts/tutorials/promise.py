import threading
class Promise:
    _PENDING = object()
    def __init__(self): self._v, self._e, self._cond, self._cbs = self._PENDING, None, threading.Condition(), []
    def set(self, v):
        with self._cond:
            if self._v is not self._PENDING: raise RuntimeError('already set')
            self._v = v; self._cond.notify_all()
        for cb in self._cbs: cb(v)
    def then(self, f):
        p = Promise()
        def cb(v):
            try: p.set(f(v))
            except Exception as e: p.set(e)
        with self._cond:
            if self._v is self._PENDING: self._cbs.append(cb); return p
        cb(self._v); return p
    def get(self, timeout=None):
        with self._cond:
            if not self._cond.wait_for(lambda: self._v is not self._PENDING, timeout): raise TimeoutError('no value after {}s'.format(timeout))
            return self._v
p = Promise(); q = p.then(lambda x: x + 1).then(str).then(lambda s: s / 2)
threading.Timer(.02, p.set, (41,)).start()
print(p.get(), repr(q.get(1)))
try: Promise().get(.01)
except TimeoutError as e: print(e)
try: p.set(1)
except RuntimeError as e: print('RuntimeError:', e)

# expect: 41 TypeError("unsupported operand type(s) for /: 'str' and 'int'")
# expect: no value after 0.01s
# expect: RuntimeError: already set
