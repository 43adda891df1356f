"""Without shutdown() the program still ends when all calls are done."""
import time
from concurrent.futures import ThreadPoolExecutor


def task(name):
    time.sleep(0.02)
    print(name, "done")


executor = ThreadPoolExecutor(1)
for name in "abc":
    executor.submit(task, name)
print("main is done")

# expect: main is done
# expect: a done
# expect: b done
# expect: c done
