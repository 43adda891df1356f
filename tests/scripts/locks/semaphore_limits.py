import threading, time
sem, lock = threading.Semaphore(3), threading.Lock()
active = peak = 0
def w():
    global active, peak
    with sem:
        with lock: active += 1; peak = max(peak, active)
        time.sleep(.01)
        with lock: active -= 1
ts = [threading.Thread(target=w) for _ in range(9)]
for t in ts: t.start()
for t in ts: t.join()
print(peak <= 3, active, sem._value)

# expect: True 0 3
