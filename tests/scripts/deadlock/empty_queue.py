# Everybody waits for items of a queue that nobody fills any more.
# gil: 3.10 off
# not-cpython
# expect-exit: 1
# expect-stderr: ; Thread-1 \(work\) waits at line 14 for Queue `jobs`, which nobody else is left to use; Thread-2 \(work\) waits at line 14 for Queue `jobs`, which nobody else is left to use\.$
from queue import Queue
from threading import Thread

jobs = Queue()


def work():
    while True:
        job = jobs.get()
        print(job)


threads = [Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
jobs.put(1)
# expect: 1
for thread in threads:
    thread.join()
