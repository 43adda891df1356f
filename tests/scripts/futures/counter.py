"""Many calls with a lock count right."""
import threading
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
total = 0


def add(n):
    global total
    for _ in range(n):
        with lock:
            total += 1


with ThreadPoolExecutor(max_workers=4) as executor:
    for _ in range(8):
        executor.submit(add, 250)
print(total)

# expect: 2000
