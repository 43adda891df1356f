# The textbook race loses nothing where CPython >= 3.10 switches only at check points.
# run: --gil 3.10 --switch-interval 0.0001
# not-cpython
from threading import Thread

g = 0


def work():
    global g
    for _ in range(50000):
        g += 1


threads = [Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(g)
# expect: 200000
