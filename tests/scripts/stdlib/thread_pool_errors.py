from multiprocessing.pool import ThreadPool
import multiprocessing, threading
def f(x):
    if x == 3: raise ValueError(f'no {x}s')
    return x * 10
pool = ThreadPool(processes=2, initializer=lambda n: None, initargs=('i',))
for call in (lambda: pool.map(f, range(5)), lambda: pool.apply(f, (3,)), lambda: list(pool.imap(f, [1, 3])), lambda: pool.starmap(f, [(1,), (3,)]), lambda: pool.apply_async(f, [3]).get(1)):
    try: print(call())
    except ValueError as e: print('ValueError', e)
print(pool.map(f, [1, 2], chunksize=1), pool.starmap_async(f, [(1,)]).get())
pool.close(); pool.join()
for bad in (lambda: pool.apply(f, (1,)), lambda: ThreadPool(0)):
    try: bad()
    except ValueError as e: print(e)
with ThreadPool(2) as p: r = p.map_async(f, [1, 2]); r.wait(1); print(r.ready(), r.successful(), r.get())
print(multiprocessing.cpu_count() > 0, multiprocessing.current_process().name)

# expect: ValueError no 3s
# expect: ValueError no 3s
# expect: ValueError no 3s
# expect: ValueError no 3s
# expect: ValueError no 3s
# expect: [10, 20] [10]
# expect: Pool not running
# expect: Number of processes must be at least 1
# expect: True True [10, 20]
# expect: True MainProcess
