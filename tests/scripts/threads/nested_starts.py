import threading
ev = threading.Event(); ts = []
try:
    for i in range(100): 
        t = threading.Thread(target=ev.wait); t.start(); ts.append(t)
except RuntimeError as e: print(e)
print(len(ts), threading.active_count()); ev.set()
for t in ts: t.join()
print(threading.active_count())
def spawn(depth):
    if depth:
        kids = [threading.Thread(target=spawn, args=(depth - 1,)) for _ in range(2)]
        for k in kids: k.start()
        for k in kids: k.join()
    with lock: n[0] += 1
n, lock = [0], threading.Lock(); spawn(4); print(n)

# expect: 100 101
# expect: 1
# expect: [31]
