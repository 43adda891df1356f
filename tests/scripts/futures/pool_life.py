from concurrent.futures import ThreadPoolExecutor, Future, wait, as_completed
import concurrent.futures, threading, time
def init(tag): threading.current_thread().tag = tag; loc.x = tag
loc = threading.local()
def task(n): return f'{loc.x}{n}'
with ThreadPoolExecutor(max_workers=2, thread_name_prefix='pool', initializer=init, initargs=('T',)) as ex:
    print(list(ex.map(task, range(4))), ex._max_workers)
    print(ex.submit(lambda: threading.current_thread().name).result()[:5])
    f = ex.submit(divmod, 1, 0)
    print(repr(f.exception()), f.done(), f.cancelled(), f.cancel())
    try: f.result()
    except ZeroDivisionError as e: print('caught', e)
    it = ex.map(lambda x: 1 // x, [1, 0, 2])
    print(next(it))
    try: next(it)
    except ZeroDivisionError: print('zero')
    try: next(it)
    except StopIteration: print('iterator over')
try: ex.submit(print)
except RuntimeError as e: print(e)
for bad in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(2, initializer=3), lambda: ThreadPoolExecutor('a'), lambda: ThreadPoolExecutor(1).submit()):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
with ThreadPoolExecutor(2) as ex:
    fs = [ex.submit(time.sleep, x) for x in (1.5, .01)]
    try:
        for f in as_completed(fs, timeout=.5): print('done one')
    except concurrent.futures.TimeoutError as e: print(e)
    try: list(ex.map(time.sleep, [.8], timeout=.01))
    except TimeoutError as e: print('map timeout', repr(str(e)))
    d, nd = wait(fs, timeout=.001); print(len(d), len(nd))
ex = ThreadPoolExecutor(1); first = ex.submit(time.sleep, .4); late = [ex.submit(pow, 2, i) for i in range(3)]
while not first.running(): time.sleep(.001)
ex.shutdown(wait=True, cancel_futures=True); print([f.cancelled() for f in late])
def boom(): raise OSError('init failed')
ex = ThreadPoolExecutor(1, initializer=lambda: 1 / 0); f = ex.submit(print)
try: f.result()
except concurrent.futures.BrokenExecutor as e: print(type(e).__name__, e)
print(concurrent.futures.thread.BrokenThreadPool, concurrent.futures.__all__[:3])
f = Future(); print(f.set_running_or_notify_cancel(), f.running()); f.set_exception(ValueError('v')); print(f.exception())

# expect: ['T0', 'T1', 'T2', 'T3'] 2
# expect: pool_
# expect: ZeroDivisionError('integer division or modulo by zero') True False False
# expect: caught integer division or modulo by zero
# expect: 1
# expect: zero
# expect: iterator over
# expect: cannot schedule new futures after shutdown
# expect: ValueError max_workers must be greater than 0
# expect: TypeError initializer must be a callable
# expect: TypeError '<=' not supported between instances of 'str' and 'int'
# expect: TypeError ThreadPoolExecutor.submit() missing 1 required positional argument: 'fn'
# expect: done one
# expect: 1 (of 2) futures unfinished
# expect: map timeout ''
# expect: 1 1
# expect: [True, True, True]
# expect: BrokenThreadPool A thread initializer failed, the thread pool is not usable anymore
# expect: <class 'concurrent.futures.thread.BrokenThreadPool'> ('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED')
# expect: True True
# expect: v
# expect-stderr: Exception in initializer:
# expect-stderr: ZeroDivisionError: division by zero
