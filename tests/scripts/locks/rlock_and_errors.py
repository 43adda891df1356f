import threading
class Tree:
    def __init__(self): self.lock = threading.RLock(); self.n = 0
    def add(self, depth):
        with self.lock:
            self.n += 1
            if depth: self.add(depth - 1); self.add(depth - 1)
t = Tree()
ths = [threading.Thread(target=t.add, args=(4,)) for _ in range(4)]
for x in ths: x.start()
for x in ths: x.join()
print(t.n)
r = threading.RLock()
print(r.acquire(), r.acquire(), r.acquire(blocking=False))
for _ in range(3): r.release()
try: r.release()
except RuntimeError as e: print(e)
l = threading.Lock()
print(repr(l).split(' at ')[0], l.locked())
try: l.release()
except RuntimeError as e: print(e)
with l: print(repr(l).split(' at ')[0], l.acquire(False), l.acquire(timeout=.01))
for f in (lambda: l.acquire(timeout=-5), lambda: l.acquire(False, 3), lambda: l.acquire(timeout=threading.TIMEOUT_MAX * 2), lambda: l.acquire(timeout='x')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(type(l), threading.Lock)
c = threading.Condition()
for f in (c.notify, c.wait, c.notify_all, c.release):
    try: f()
    except RuntimeError as e: print(e)
with c: print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: 'yes'))
print(threading.Event().wait(0.01))

# expect: 124
# expect: True True True
# expect: cannot release un-acquired lock
# expect: <unlocked _thread.lock object False
# expect: release unlocked lock
# expect: <locked _thread.lock object False False
# expect: ValueError timeout value must be positive
# expect: ValueError can't specify a timeout for a non-blocking call
# expect: OverflowError timestamp out of range for platform time_t
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: <class '_thread.lock'> <built-in function allocate_lock>
# expect: cannot notify on un-acquired lock
# expect: cannot wait on un-acquired lock
# expect: cannot notify on un-acquired lock
# expect: cannot release un-acquired lock
# expect: False False yes
# expect: False
