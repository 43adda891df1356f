import queue, threading, time
q = queue.Queue(maxsize=2)
def prod():
    for i in range(5): q.put(i); 
    q.put(None)
t = threading.Thread(target=prod); t.start(); out = []
while True:
    x = q.get()
    if x is None: break
    out.append(x); q.task_done()
print(out, q.maxsize, q.qsize()); t.join()
print(q, type(q)) if False else print(str(q)[:20])
l = queue.LifoQueue(); [l.put(i) for i in range(3)]; print([l.get() for _ in range(3)], l.queue)
p = queue.PriorityQueue(); [p.put(x) for x in (3, 1, 2)]; print(p.queue, p.get(), p.queue)
q = queue.Queue(); q.queue.extend([1, 2]); print(q.get(), list(q.queue), q.mutex, q.not_empty is not None) if False else print(len(q.queue))
with q.mutex: q.queue.clear()
print(q.empty(), q.unfinished_tasks)
q.put_nowait(1); q.get_nowait(); q.task_done()
try: q.task_done()
except ValueError as e: print(e)
q.join(); print('joined')
def late(): time.sleep(.02); q.put('late')
threading.Thread(target=late).start(); print(q.get(timeout=2))
class UniqueQueue(queue.Queue):
    def _init(self, maxsize): self.queue = set()
    def _put(self, item): self.queue.add(item)
    def _get(self): return self.queue.pop()
u = UniqueQueue(); u.put(1); u.put(1); print(u.qsize(), u.get())
try: u.get(block=True, timeout=-.1)
except ValueError as e: print(e)
print(queue.Queue(-1).full())

# expect: [0, 1, 2, 3, 4] 2 0
# expect: <queue.Queue object
# expect: [2, 1, 0] []
# expect: [2, 3] 1 [2, 3]
# expect: 2
# expect: True 0
# expect: task_done() called too many times
# expect: joined
# expect: late
# expect: 1 1
# expect: 'timeout' must be a non-negative number
# expect: False
