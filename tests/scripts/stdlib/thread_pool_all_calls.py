from multiprocessing.pool import ThreadPool, Pool
from multiprocessing.dummy import Pool as DPool
import time
def sq(x): return x * x
def add(a, b): return a + b
def bad(x):
    if x == 2: raise ValueError('two')
    return x
with ThreadPool(3) as pool:
    print(pool.map(sq, range(6)), pool.starmap(add, [(1, 2), (3, 4)]))
    print(list(pool.imap(sq, [1, 2, 3], chunksize=2)), sorted(pool.imap_unordered(sq, [3, 2, 1])))
    r = pool.apply_async(add, (1, 2)); print(r.get(timeout=1), r.ready(), r.successful())
    print(pool.apply(add, args=(5, 6)), pool.map_async(sq, [7]).get())
    res = []
    pool.apply_async(sq, (9,), callback=res.append).wait(); time.sleep(.3); print(res)
    pool.apply_async(bad, (2,), error_callback=lambda e: print('err', repr(e))).wait(); time.sleep(.3)
    try: pool.map(bad, [1, 2, 3])
    except ValueError as e: print('raised', e)
    r = pool.apply_async(time.sleep, (1,))
    try: r.get(.01)
    except Exception as e: print(type(e).__name__, type(e).__module__)
    try: r.successful()
    except ValueError as e: print(str(e)[-9:])
pool = DPool(2); print(pool.map(str.upper, 'ab')); pool.close(); pool.join()
try: pool.map(sq, [1])
except ValueError as e: print(e)
print(type(pool).__name__)

# expect: [0, 1, 4, 9, 16, 25] [3, 7]
# expect: [1, 4, 9] [1, 4, 9]
# expect: 3 True True
# expect: 11 [49]
# expect: [81]
# expect: err ValueError('two')
# expect: raised two
# expect: TimeoutError multiprocessing.context
# expect: not ready
# expect: ['A', 'B']
# expect: Pool not running
# expect: ThreadPool
