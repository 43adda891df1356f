# Two threads that want each other's lock: told with names and lines.
# gil: 3.10 3.9 off
# not-cpython
# expect-exit: 1
# expect-stderr: ^Deadlock: no thread can go on\. MainThread waits at line 34 for Thread-1 \(first\) to end;
# expect-stderr: ; Thread-1 \(first\) waits at line 18 for Lock `b`, held by Thread-2 \(second\) since line 23;
# expect-stderr: ; Thread-2 \(second\) waits at line 26 for Lock `a`, held by Thread-1 \(first\) since line 15\.$
from threading import Event, Lock, Thread

a = Lock()
b = Lock()
a_taken, b_taken = Event(), Event()

def first():
    with a:
        a_taken.set()
        b_taken.wait()
        with b:
            print("never")


def second():
    with b:
        b_taken.set()
        a_taken.wait()
        with a:
            print("never")


threads = [Thread(target=first), Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
