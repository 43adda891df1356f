# One thread is enough.
# gil: 3.10 3.9 off
# not-cpython
# expect-exit: 1
# expect: before
# expect-stderr: ^Deadlock: no thread can go on\. MainThread waits at line 12 for Lock `lock`, which it holds itself since line 10\.$
from threading import Lock

lock = Lock()
lock.acquire()
print("before")
lock.acquire()
print("after")
