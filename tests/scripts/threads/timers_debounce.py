import threading, time
log = []
ts = [threading.Timer(.15 * i, log.append, [i]) for i in (3, 1, 2)]
for t in ts: t.daemon = True; t.start()
ts[0].cancel()
for t in ts: t.join()
print(log)
class Debounce:
    def __init__(self, wait): self.wait, self.t, self.calls = wait, None, 0
    def __call__(self, f):
        def inner(*a):
            if self.t: self.t.cancel()
            self.t = threading.Timer(self.wait, f, a); self.t.start()
        return inner
@Debounce(.3)
def save(x): print('saved', x)
for i in range(5): save(i); time.sleep(.002)
time.sleep(.8)
def watchdog():
    print('watchdog fired', threading.current_thread().__class__.__name__, isinstance(threading.current_thread(), threading.Timer))
w = threading.Timer(.01, watchdog); w.name = 'dog'; w.start(); w.join(); print(w.name, w.is_alive())
try: w.start()
except RuntimeError as e: print(e)

# expect: [1, 2]
# expect: saved 4
# expect: watchdog fired Timer True
# expect: dog False
# expect: threads can only be started once
