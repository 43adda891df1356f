import threading, _thread
l = threading.Lock()
print(type(l).__name__, type(l).__module__, isinstance(l, _thread.LockType), type(threading.RLock()).__name__, callable(threading.Lock))
print(l.acquire(), l.acquire(0), l.acquire(True, 0), l.acquire(timeout=0), l.locked(), l.release(), l.locked())
try: l.acquire(blocking=1, timeout=-2)
except ValueError as e: print(e)
def holder(): l.acquire()
t = threading.Thread(target=holder); t.start(); t.join()
print('still locked', l.locked()); l.release()
print('released by another thread')
r = threading.RLock(); r.acquire()
def thief():
    try: r.release()
    except RuntimeError as e: print(e)
    print(r.acquire(blocking=False))
t = threading.Thread(target=thief); t.start(); t.join()
try: hash(l); print('hashable', len({l, r}))
except TypeError as e: print(e)

# expect: lock _thread True RLock True
# expect: True False False False True None False
# expect: timeout value must be positive
# expect: still locked True
# expect: released by another thread
# expect: cannot release un-acquired lock
# expect: False
# expect: hashable 2
