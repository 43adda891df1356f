# RLock: again and again by its holder, by nobody else.
# gil: 3.10 3.9 off
from threading import RLock, Thread

lock = RLock()
print(repr(lock)[:46])
# expect: <unlocked _thread.RLock object owner=0 count=0
try:
    lock.release()
except RuntimeError as error:
    print(error)
    # expect: cannot release un-acquired lock
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))
# expect: True True True
print(" count=3 at" in repr(lock), lock._is_owned())
# expect: True True


def other():
    print(lock.acquire(False), lock.acquire(timeout=0.01))
    # expect: False False
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
        # expect: cannot release un-acquired lock


def run(f):
    thread = Thread(target=f)
    thread.start()
    thread.join()


run(other)
lock.release()
lock.release()
lock.release()


def free():
    with lock:
        with lock:
            print("nested")
            # expect: nested


run(free)
