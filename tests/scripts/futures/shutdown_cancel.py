"""shutdown(cancel_futures=True) cancels what has not begun."""
import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
executor = ThreadPoolExecutor(1)
running = executor.submit(gate.wait)
while not running.running():
    pass
waiting = [executor.submit(print, i) for i in range(3)]
executor.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in waiting])
gate.set()
print(running.result())

# expect: [True, True, True]
# expect: True
