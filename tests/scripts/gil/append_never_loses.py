# list.append and dict[k] = v lose nothing, in every setting.
# gil: 3.10 3.9 off
from threading import Thread

items = []
table = {}


def work(n):
    for i in range(3000):
        items.append(i)
        table[n * 10000 + i] = i


threads = [Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(items), len(table))
# expect: 12000 12000
