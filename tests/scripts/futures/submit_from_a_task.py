from concurrent.futures import ThreadPoolExecutor, wait
import threading
def tree(ex, n): return [] if n == 0 else [ex.submit(tree, ex, n - 1), n]
with ThreadPoolExecutor(4) as ex:
    f = ex.submit(tree, ex, 3); got = []
    while r := f.result(): f, n = r; got.append(n)
print(got)
try:
    with ThreadPoolExecutor(1) as ex: ex.submit(print, 'before'); raise KeyError('inside with')
except KeyError as e: print('left by', e)
print([t.name for t in threading.enumerate()])

# expect: [3, 2, 1]
# expect: before
# expect: left by 'inside with'
# expect: ['MainThread']
