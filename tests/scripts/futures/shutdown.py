"""After shutdown() nothing can be submitted; what was submitted is done."""
import time
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(1)
futures = [executor.submit(time.sleep, 0.01) for _ in range(3)]
executor.shutdown()
print(all(f.done() for f in futures))
try:
    executor.submit(print)
except RuntimeError as error:
    print(error)

# expect: True
# expect: cannot schedule new futures after shutdown
