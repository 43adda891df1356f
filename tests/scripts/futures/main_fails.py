"""An uncaught exception is reported, then the workers end."""
import time
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(1)
executor.submit(lambda: (time.sleep(0.02), print("worker is done")))
raise SystemError("main fails")

# expect: worker is done
# expect-exit: 1
# expect-stderr: SystemError: main fails
