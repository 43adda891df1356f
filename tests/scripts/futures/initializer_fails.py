"""A failing initializer breaks the pool."""
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool


def prepare():
    raise OSError("no")


with ThreadPoolExecutor(1, initializer=prepare) as executor:
    future = executor.submit(print)
    try:
        future.result()
    except BrokenThreadPool as error:
        print(error)
    try:
        executor.submit(print)
    except BrokenThreadPool as error:
        print(error)
# expect-stderr: Exception in initializer:\nTraceback[\s\S]*OSError: no

# expect: A thread initializer failed, the thread pool is not usable anymore
# expect: A thread initializer failed, the thread pool is not usable anymore
