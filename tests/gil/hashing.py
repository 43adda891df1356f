"""How much faster two threads hash pieces of argv[1] bytes than one does: prints the ratio."""
import hashlib
import sys
import time
from threading import Thread

size = int(sys.argv[1])
count = int(sys.argv[2])
piece = b"x" * size


def work():
    for _ in range(count):
        hashlib.sha256(piece)


def timed(threads):
    threads = [Thread(target=work) for _ in range(threads)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


work()
one, two = timed(1), timed(2)
print(f"{2 * one / two:.3f}")
