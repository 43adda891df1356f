"""as_completed() yields futures as they finish."""
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(name, seconds):
    time.sleep(seconds)
    return name


with ThreadPoolExecutor(max_workers=3) as executor:
    names = {executor.submit(work, name, seconds): name
             for name, seconds in (("slow", 0.3), ("quick", 0.02), ("middle", 0.15))}
    for future in as_completed(names):
        print(names[future], future.result())

# expect: quick quick
# expect: middle middle
# expect: slow slow
