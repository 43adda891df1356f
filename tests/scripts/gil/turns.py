# Two threads that compute without end take turns: a third can stop them.
# gil: 3.10 3.9 off
from threading import Thread
from time import sleep

going = True
counts = [0, 0]


def work(n):
    while going:
        counts[n] += 1


threads = [Thread(target=work, args=(n,)) for n in range(2)]
for thread in threads:
    thread.start()
sleep(0.15)
going = False
for thread in threads:
    thread.join()
print(counts[0] > 0, counts[1] > 0)
# expect: True True
