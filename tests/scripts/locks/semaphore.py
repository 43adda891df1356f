# Semaphore and BoundedSemaphore.
# gil: 3.10 3.9 off
from threading import BoundedSemaphore, Lock, Semaphore, Thread
from time import sleep


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


semaphore = Semaphore(2)
print(repr(semaphore).split(": ")[1])
# expect: value=2>
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False))
# expect: True True False
print(semaphore.acquire(timeout=0.02))
# expect: False
attempt(semaphore.acquire, False, 1)
# expect: ValueError can't specify timeout for non-blocking acquire
semaphore.release(2)
attempt(semaphore.release, 0)
# expect: ValueError n must be one or more
attempt(Semaphore, -1)
# expect: ValueError semaphore initial value must be >= 0
bounded = BoundedSemaphore()
print(repr(bounded).split(": ")[1], isinstance(bounded, Semaphore))
# expect: value=1/1> True
attempt(bounded.release)
# expect: ValueError Semaphore released too many times
with bounded as value:
    print(value, bounded._value)
    # expect: True 0

inside = 0
most = 0
lock = Lock()


def work():
    global inside, most
    with semaphore:
        with lock:
            inside += 1
            most = max(most, inside)
        sleep(0.002)
        with lock:
            inside -= 1


threads = [Thread(target=work) for _ in range(12)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(inside, most <= 2)
# expect: 0 True
