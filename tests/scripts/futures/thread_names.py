"""Workers are numbered within their executor."""
import threading
from concurrent.futures import ThreadPoolExecutor

barrier = threading.Barrier(2)


def name():
    barrier.wait()
    return threading.current_thread().name


for prefix in ("", "", "worker"):
    with ThreadPoolExecutor(2, thread_name_prefix=prefix) as executor:
        print(sorted(f.result() for f in [executor.submit(name), executor.submit(name)]))

# expect: ['ThreadPoolExecutor-0_0', 'ThreadPoolExecutor-0_1']
# expect: ['ThreadPoolExecutor-1_0', 'ThreadPoolExecutor-1_1']
# expect: ['worker_0', 'worker_1']
