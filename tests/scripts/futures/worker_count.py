"""No more threads than needed, no more than max_workers."""
import threading
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=4) as executor:
    for i in range(3):
        executor.submit(int, i).result()
        while not executor._idle_semaphore._value:
            pass
    print(len(executor._threads))
    gate = threading.Event()
    for i in range(10):
        executor.submit(gate.wait)
    print(len(executor._threads), executor._max_workers)
    gate.set()

# expect: 1
# expect: 4 4
