# Queue, LifoQueue, PriorityQueue, SimpleQueue alone.
import queue


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = make()
    for item in (3, 1, 2):
        q.put(item)
    print(q.qsize(), q.empty(), q.full(), [q.get() for _ in range(3)])
# expect: 3 False False [3, 1, 2]
# expect: 3 False False [2, 1, 3]
# expect: 3 False False [1, 2, 3]
q = queue.Queue(1)
q.put("a")
print(q.full(), q.maxsize, q.unfinished_tasks)
# expect: True 1 1
attempt(q.put_nowait, "b")
# expect: Full
attempt(q.put, "b", timeout=0.01)
# expect: Full
attempt(q.put, "b", timeout=-1)
# expect: ValueError 'timeout' must be a non-negative number
attempt(q.get)
# expect: a
attempt(q.get_nowait)
# expect: Empty
attempt(q.get, timeout=0.01)
# expect: Empty
attempt(q.get, timeout=-1)
# expect: ValueError 'timeout' must be a non-negative number
q.task_done()
attempt(q.task_done)
# expect: ValueError task_done() called too many times
q.join()
s = queue.SimpleQueue()
s.put(1)
s.put(2)
print(s.qsize(), s.get(), s.get_nowait(), s.empty())
# expect: 2 1 2 True
attempt(s.get, False)
# expect: Empty
attempt(s.get, timeout=0.01)
# expect: Empty
