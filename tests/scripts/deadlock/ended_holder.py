# A lock whose holder ended without giving it back.
# gil: 3.10 off
# not-cpython
# expect-exit: 1
# expect: main ends
# expect-stderr: ^Deadlock: no thread can go on\. MainThread has finished and waits for Thread-2 \(want\) to end;
# expect-stderr: ; Thread-2 \(want\) waits at line 17 for Lock `lock`, held by Thread-1 \(take\) since line 13 and never given back\.$
from threading import Lock, Thread

lock = Lock()

def take():
    lock.acquire()


def want():
    with lock:
        print("never")


taker = Thread(target=take)
taker.start()
taker.join()
Thread(target=want).start()
print("main ends")
