# Condition: wait, notify, notify_all, wait_for, errors, its lock.
# gil: 3.10 3.9 off
from threading import Condition, Lock, RLock, Thread
from time import perf_counter


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


condition = Condition()
attempt(condition.wait)
# expect: RuntimeError cannot wait on un-acquired lock
attempt(condition.notify)
# expect: RuntimeError cannot notify on un-acquired lock
attempt(condition.notify_all)
# expect: RuntimeError cannot notify on un-acquired lock
attempt(condition.release)
# expect: RuntimeError cannot release un-acquired lock
with condition:
    begin = perf_counter()
    print(condition.wait(0.05), 0.045 < perf_counter() - begin < 2)
    # expect: False True
    print(condition.wait(-1))
    # expect: False
    print(condition.wait_for(lambda: 5), condition.wait_for(lambda: 0, 0.01))
    # expect: 5 0

items = []


def consumer(n):
    for _ in range(n):
        with condition:
            while not items:
                condition.wait()
            taken.append(items.pop())


taken = []
threads = [Thread(target=consumer, args=(10,)) for _ in range(3)]
for thread in threads:
    thread.start()
for i in range(30):
    with condition:
        items.append(i)
        condition.notify()
for thread in threads:
    thread.join()
print(sorted(taken) == list(range(30)))
# expect: True

# The lock is given back fully and taken again as deep as it was.
reentrant = Condition(RLock())
go = []


def setter():
    with reentrant:
        go.append(1)
        reentrant.notify_all()


with reentrant, reentrant:
    thread = Thread(target=setter)
    thread.start()
    print(reentrant.wait_for(lambda: go, 30))
    # expect: [1]
    print("count=2" in repr(reentrant))
    # expect: True
thread.join()

# Two conditions may share a lock.
lock = Lock()
first, second = Condition(lock), Condition(lock)
with first:
    attempt(second.notify)
    # expect: None
    print(lock.locked())
    # expect: True
print(lock.locked())
# expect: False
