# An uncaught exception ends its thread only, and is reported on stderr.
# gil: 3.10 3.9 off
# expect-stderr: ^Exception in thread Thread-1 \(task\):\nTraceback \(most recent call last\):\n
# expect-stderr: in task\n    raise ValueError\("from a thread"\)\nValueError: from a thread\n
from threading import Thread


def task():
    raise ValueError("from a thread")


def leaves():
    raise SystemExit(3)


thread = Thread(target=task)
thread.start()
thread.join()
print(thread.is_alive())
# expect: False
thread = Thread(target=leaves)
thread.start()
thread.join()
print("main goes on")
# expect: main goes on
