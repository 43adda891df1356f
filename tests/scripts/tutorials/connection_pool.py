import threading, time, contextlib
class ConnectionPool:
    def __init__(self, size):
        self._sem = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._free = [f'conn-{i}' for i in range(size)]
        self.peak = self.used = 0
    @contextlib.contextmanager
    def connection(self):
        with self._sem:
            with self._lock:
                c = self._free.pop()
                self.used += 1
                self.peak = max(self.peak, self.used)
            try:
                yield c
            finally:
                with self._lock:
                    self._free.append(c)
                    self.used -= 1
pool = ConnectionPool(2)
def client(i):
    with pool.connection() as c:
        time.sleep(.01)
ts = [threading.Thread(target=client, args=(i,)) for i in range(6)]
for t in ts: t.start()
for t in ts: t.join()
print('peak', pool.peak, sorted(pool._free))
try:
    pool._sem.release()
except ValueError as e:
    print('ValueError:', e)
s = threading.Semaphore()
print(s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release(2); print(s.acquire(False), s.acquire(False), s.acquire(False))
for bad in (lambda: threading.Semaphore(-1), lambda: s.acquire(False, 1), lambda: s.release(0)):
    try: bad()
    except ValueError as e: print(e)
with pool.connection() as c:
    raise KeyError('conn')

# expect: peak 2 ['conn-0', 'conn-1']
# expect: ValueError: Semaphore released too many times
# expect: True False False
# expect: True True False
# expect: semaphore initial value must be >= 0
# expect: can't specify timeout for non-blocking acquire
# expect: n must be one or more
# expect-stderr: KeyError: 'conn'
# expect-exit: 1
