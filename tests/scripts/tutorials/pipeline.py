import threading, queue
DONE = object()
def stage(f, inq, outq):
    def run():
        while True:
            item = inq.get()
            if item is DONE: outq.put(DONE); return
            r = f(item)
            if r is not None: outq.put(r)
    t = threading.Thread(target=run, name=f.__name__); t.start(); return t
def double(x): return x * 2
def only_fours(x): return x if x % 4 == 0 else None
def show(x): print('->', x, threading.current_thread().name); return x
qs = [queue.Queue(2) for _ in range(4)]
ts = [stage(f, a, b) for f, a, b in zip((double, only_fours, show), qs, qs[1:])]
out = []
def feed():
    for i in range(6): qs[0].put(i)
    qs[0].put(DONE)
threading.Thread(target=feed).start()
while (x := qs[-1].get()) is not DONE: out.append(x)
for t in ts: t.join()
print(out, [t.name for t in ts])

# expect: -> 0 show
# expect: -> 4 show
# expect: -> 8 show
# expect: [0, 4, 8] ['double', 'only_fours', 'show']
