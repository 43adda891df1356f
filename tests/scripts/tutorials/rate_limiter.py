import threading, time
from collections import deque
from contextlib import contextmanager
class RateLimiter:
    def __init__(self, calls, period):
        self.calls, self.period = calls, period
        self.times = deque(); self.lock = threading.Lock()
    def acquire(self):
        while True:
            with self.lock:
                now = time.monotonic()
                while self.times and now - self.times[0] > self.period: self.times.popleft()
                if len(self.times) < self.calls:
                    self.times.append(now); return True
                wait = self.period - (now - self.times[0])
            time.sleep(max(wait, 0))
class TokenBucket:
    __slots__ = ('rate', 'cap', 'tokens', 't', '_l')
    def __init__(self, rate, cap): self.rate, self.cap, self.tokens, self.t, self._l = rate, cap, cap, 0., threading.Lock()
    def take(self, n=1, now=0.):
        with self._l:
            self.tokens = min(self.cap, self.tokens + (now - self.t) * self.rate); self.t = now
            ok = self.tokens >= n
            if ok: self.tokens -= n
            return ok
rl = RateLimiter(3, .05); start = time.monotonic(); out = []
def hit(i): rl.acquire(); out.append(i)
ts = [threading.Thread(target=hit, args=(i,)) for i in range(6)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out), time.monotonic() - start >= .05)
tb = TokenBucket(2.0, 4)
print([tb.take(now=x) for x in (0, 0, 0, 0, 0, .4, .6)], tb.tokens)
try: tb.other = 1
except AttributeError as e: print(e)
@contextmanager
def timed_lock(lock, timeout):
    got = lock.acquire(timeout=timeout)
    try: yield got
    finally:
        if got: lock.release()
L = threading.Lock()
with timed_lock(L, .1) as a, timed_lock(L, .01) as b: print(a, b)

# expect: [0, 1, 2, 3, 4, 5] True
# expect: [True, True, True, True, False, False, True] 0.19999999999999996
# expect: 'TokenBucket' object has no attribute 'other'
# expect: True False
