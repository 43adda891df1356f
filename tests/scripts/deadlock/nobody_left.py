# An event that nobody can set any more; the thread that could has ended.
# gil: 3.10 3.9 off
# not-cpython
# expect-exit: 1
# expect: main ends
# expect-stderr: ^Deadlock: no thread can go on\. MainThread has finished and waits for Thread-1 \(wait\) to end; Thread-1 \(wait\) waits at line 13 for Event `ready`, which nobody is left to set\.$
from threading import Event, Thread

ready = Event()


def wait():
    ready.wait()


Thread(target=wait).start()
print("main ends")
