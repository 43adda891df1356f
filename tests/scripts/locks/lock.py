# Lock: states, errors, context manager, time-outs.
# gil: 3.10 3.9 off
from threading import Lock, Thread
from time import perf_counter


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


lock = Lock()
print(repr(lock)[:29], type(lock).__name__, type(lock).__module__)
# expect: <unlocked _thread.lock object lock _thread
attempt(lock.release)
# expect: RuntimeError release unlocked lock
print(lock.locked())
# expect: False
attempt(lock.acquire)
# expect: True
print(lock.locked(), repr(lock)[:27])
# expect: True <locked _thread.lock object
attempt(lock.acquire, False)
# expect: False
attempt(lock.acquire, blocking=False)
# expect: False
begin = perf_counter()
attempt(lock.acquire, timeout=0.05)
# expect: False
print(0.045 < perf_counter() - begin < 2)
# expect: True
attempt(lock.acquire, True, 0)
# expect: False
attempt(lock.acquire, False, 1)
# expect: ValueError can't specify a timeout for a non-blocking call
attempt(lock.acquire, timeout=-2)
# expect: ValueError timeout value must be positive
attempt(lock.acquire, timeout="x")
# expect: TypeError 'str' object cannot be interpreted as an integer
attempt(lock.acquire, timeout=1e300)
# expect: OverflowError timestamp out of range for platform time_t
attempt(lock.release)
# expect: None
with lock as value:
    print(value, lock.locked())
    # expect: True True
print(lock.locked())
# expect: False

# Another thread may release it.
lock.acquire()
Thread(target=lock.release).start()
attempt(lock.acquire, True, 30)
# expect: True
