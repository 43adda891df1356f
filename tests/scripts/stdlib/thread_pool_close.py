"""close() and join(); errors of calls."""
from multiprocessing.pool import ThreadPool

pool = ThreadPool(2)
errors = []
results = [pool.apply_async(int, (text,), error_callback=errors.append) for text in ("1", "x", "3")]
try:
    pool.join()
except ValueError as error:
    print(error)
pool.close()
pool.join()
print([r.get() for r in results if r.successful()], [str(e) for e in errors])
try:
    results[1].get()
except ValueError as error:
    print(error)

# expect: Pool is still running
# expect: [1, 3] ["invalid literal for int() with base 10: 'x'"]
# expect: invalid literal for int() with base 10: 'x'
