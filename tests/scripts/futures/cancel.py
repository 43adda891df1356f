"""A call that has not begun can be cancelled."""
import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

gate = threading.Event()
with ThreadPoolExecutor(1) as executor:
    running = executor.submit(gate.wait)
    waiting = executor.submit(print, "never printed")
    print(waiting.cancel(), waiting.cancelled(), waiting.done())
    while not running.running():
        pass
    print(running.cancel(), running.cancelled())
    gate.set()
try:
    waiting.result()
except CancelledError as error:
    print("CancelledError", error.args)
print(running.result())

# expect: True True True
# expect: False False
# expect: CancelledError ()
# expect: True
