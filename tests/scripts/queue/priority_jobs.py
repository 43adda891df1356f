import queue, threading, itertools
from dataclasses import dataclass, field
from typing import Any
@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    payload: Any = field(default=None, compare=False, repr=False)
q = queue.PriorityQueue()
for p, n in [(3, 'low'), (1, 'high'), (2, 'mid')]: q.put(Job(p, n))
out = []
def worker():
    while True:
        try: job = q.get(timeout=.05)
        except queue.Empty: return
        out.append(job); q.task_done()
t = threading.Thread(target=worker); t.start(); q.join(); t.join()
for j in out: print(j)
q2 = queue.PriorityQueue()
for x in [(2, 'code'), (1, 'eat'), (3, 'sleep'), (1, 'drink')]: q2.put(x)
while not q2.empty(): print(q2.get(), end=' ')
print()
q2.put((1, {})); 
try: q2.put((1, {}))
except TypeError as e: print(e)
l = queue.LifoQueue(2); l.put('a'); l.put('b')
try: l.put('c', block=False)
except queue.Full as e: print('Full', repr(e), str(e))
try: l.put('c', timeout=.01)
except queue.Full: print('Full again')
print(l.get(), l.get_nowait())
try: l.get_nowait()
except queue.Empty as e: print(repr(e), type(e).__module__, type(e).__mro__[1])
s = queue.SimpleQueue(); s.put(1); s.put(2, True, 5); print(s.get(), s.qsize(), s.empty(), s.get())
try: s.get(block=False)
except queue.Empty: print('empty')
try: q.get(timeout=-1)
except ValueError as e: print(e)
for bad in (lambda: q.put(), lambda: queue.Queue('x').put(1), lambda: s.get(timeout=-1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)

# expect: Job(priority=1, name='high')
# expect: Job(priority=2, name='mid')
# expect: Job(priority=3, name='low')
# expect: (1, 'drink') (1, 'eat') (2, 'code') (3, 'sleep')
# expect: Full Full()
# expect: Full again
# expect: b a
# expect: Empty() _queue <class 'Exception'>
# expect: 1 1 False 2
# expect: empty
# expect: 'timeout' must be a non-negative number
# expect: TypeError Queue.put() missing 1 required positional argument: 'item'
# expect: TypeError '>' not supported between instances of 'str' and 'int'
# expect: ValueError 'timeout' must be a non-negative number
