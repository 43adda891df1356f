# Producers and consumers over a bounded queue; join and task_done.
# gil: 3.10 3.9 off
from queue import Queue
from threading import Lock, Thread

q = Queue(maxsize=3)
got = []
lock = Lock()


def produce(start):
    for i in range(start, start + 50):
        q.put(i)


def consume():
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            return
        with lock:
            got.append(item)
        q.task_done()


producers = [Thread(target=produce, args=(n,)) for n in (0, 50, 100)]
consumers = [Thread(target=consume) for _ in range(2)]
for thread in producers + consumers:
    thread.start()
for thread in producers:
    thread.join()
q.join()
print(len(got), sorted(got) == list(range(150)))
# expect: 150 True
for _ in consumers:
    q.put(None)
for thread in consumers:
    thread.join()
print(q.empty(), q.unfinished_tasks)
# expect: True 0
