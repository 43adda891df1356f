from concurrent.futures import ThreadPoolExecutor, as_completed
import time
def nap(n): time.sleep(n / 3); return n
with ThreadPoolExecutor(max_workers=4) as pool:
    futures = {pool.submit(nap, n): f'job-{n}' for n in (3, 1, 2)}
    for i, f in enumerate(as_completed(futures)): print(i, futures[f], f.result())
    print(*pool.map(nap, [2, 1]), sep=' then ')
    print([f.result() for f in futures], {type(f).__name__ for f in futures})

# expect: 0 job-1 1
# expect: 1 job-2 2
# expect: 2 job-3 3
# expect: 2 then 1
# expect: [3, 1, 2] {'Future'}
