import threading
# Each thread waits for the one before it.
N = 5
events = [threading.Event() for _ in range(N + 1)]
def step(i):
    events[i].wait(); print(f'step {i}', end=' -> ' if i < N - 1 else '\n'); events[i + 1].set()
ts = [threading.Thread(target=step, args=(i,)) for i in reversed(range(N))]
for t in ts: t.start()
events[0].set()
for t in ts: t.join()
locks = [threading.Lock() for _ in range(3)]
for l in locks[1:]: l.acquire()
def ping(i, rounds):
    for _ in range(rounds): locks[i].acquire(); print('ABC'[i], end=''); locks[(i + 1) % 3].release()
ts = [threading.Thread(target=ping, args=(i, 3)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print()

# expect: step 0 -> step 1 -> step 2 -> step 3 -> step 4
# expect: ABCABCABC
