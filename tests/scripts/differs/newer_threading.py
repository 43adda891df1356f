# What Python 3.13 has changed in threading and queue is here already.
# not-cpython
import queue
import threading

print(isinstance(threading.RLock, type))
try:
    threading.Barrier(0)
except ValueError as error:
    print("ValueError")
print(issubclass(queue.ShutDown, Exception))
# expect: True
# expect: ValueError
# expect: True
