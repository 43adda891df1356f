# A thread runs its target with its arguments; join waits for its end.
# gil: 3.10 3.9 off
from threading import Thread

seen = []


def task(a, b=0, *, c=0):
    seen.append((a, b, c))


thread = Thread(target=task, args=(1,), kwargs={"b": 2, "c": 3})
print(thread.is_alive())
# expect: False
thread.start()
thread.join()
print(thread.is_alive())
# expect: False
print(seen)
# expect: [(1, 2, 3)]

threads = [Thread(target=seen.append, args=(i,)) for i in range(20)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(seen), sorted(seen[1:]) == list(range(20)))
# expect: 21 True
