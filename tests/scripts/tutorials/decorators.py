import functools, threading, time
def threaded(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        t = threading.Thread(target=fn, args=args, kwargs=kwargs, name=fn.__name__)
        t.start(); return t
    return wrapper
def synchronized(lock=None):
    lock = lock or threading.RLock()
    def deco(f):
        @functools.wraps(f)
        def inner(*a, **k):
            with lock: return f(*a, **k)
        inner.lock = lock
        return inner
    return deco
def timed(f):
    @functools.wraps(f)
    def w(*a, **k):
        t0 = time.perf_counter()
        try: return f(*a, **k)
        finally: print(f'{f.__name__}({", ".join(map(repr, a))}) took {time.perf_counter() - t0:.0f}s')
    return w
total = 0
@synchronized()
def add(n):
    "adds n"
    global total
    total += n
@threaded
def job(a, b=2, *rest, key=None):
    """the doc"""
    add(a + b + sum(rest))
h = [job(1), job(1, 5), job(1, 2, 3, key=4)]
for t in h: t.join()
print(total, job.__name__, job.__doc__, add.__doc__, h[0].name, add.__wrapped__.__name__)
timed(add)(4)
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
ts = [threading.Thread(target=fib, args=(80,)) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(fib(80), fib.cache_info().currsize)
@threaded
def bad(): return undefined_name
bad().join()

# expect: 15 job the doc adds n job add
# expect: add(4) took 0s
# expect: 23416728348467685 81
# expect-stderr: Exception in thread bad:
# expect-stderr: NameError: name 'undefined_name' is not defined
