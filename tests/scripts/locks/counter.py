# A lock makes a read-modify-write whole, in every setting.
# gil: 3.10 3.9 off
from threading import Lock, RLock, Thread

total = 0


def f(x):
    return x


def work(lock, n):
    global total
    for _ in range(n):
        with lock:
            total = f(total) + 1


for make in (Lock, RLock):
    total = 0
    lock = make()
    threads = [Thread(target=work, args=(lock, 2000)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(total)
# expect: 8000
# expect: 8000
