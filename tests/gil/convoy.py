"""The convoy effect: round trips over two queues in a tenth of a second, beside as many CPU-bound threads as argv[1].

argv[2]: the switch interval, seconds.
"""
import queue
import sys
import time
from threading import Event, Thread

there, back = queue.Queue(), queue.Queue()
stop = Event()


def echo():
    while (message := there.get()) is not None:
        back.put(message)


def crunch():
    n = 0
    while not stop.is_set():
        n += 1


sys.setswitchinterval(float(sys.argv[2]))
threads = [Thread(target=echo)] + [Thread(target=crunch) for _ in range(int(sys.argv[1]))]
for thread in threads:
    thread.start()
trips = 0
end = time.perf_counter() + 0.5
while time.perf_counter() < end:
    there.put(trips)
    back.get()
    trips += 1
stop.set()
there.put(None)
for thread in threads:
    thread.join()
print(trips)
