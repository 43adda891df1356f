from concurrent.futures import ThreadPoolExecutor
from functools import partial
import threading
lock = threading.Lock(); got = []
def done(tag, fut):
    with lock: got.append((tag, fut.result() if not fut.exception() else type(fut.exception()).__name__))
with ThreadPoolExecutor(3) as ex:
    for i, (f, a) in enumerate([(pow, (2, 10)), (int, ('x',)), (len, ('abc',))]):
        ex.submit(f, *a).add_done_callback(partial(done, i))
print(sorted(got))
with ThreadPoolExecutor(1) as ex:
    fut = ex.submit(sum, [1, 2, 3])
    fut.add_done_callback(lambda f: [].pop())
    fut.add_done_callback(lambda f: print('second still runs', f.result()))
print('end')

# expect: [(0, 1024), (1, 'ValueError'), (2, 3)]
# expect: second still runs 6
# expect: end
# expect-stderr: IndexError: pop from empty list
