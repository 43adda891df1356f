"""Two CPU-bound threads, for as many turns as the argument says: the trace has the lengths of their slices."""
import sys
from threading import Thread

N = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000_000


def crunch():
    total = 0
    for i in range(N):
        total += i * i % 7


threads = [Thread(target=crunch) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
