# Event: set, clear, wait with and without a time-out.
# gil: 3.10 3.9 off
from threading import Event, Thread
from time import perf_counter

event = Event()
print(event.is_set(), repr(event).endswith(": unset>"))
# expect: False True
begin = perf_counter()
print(event.wait(0.05), 0.045 < perf_counter() - begin < 2)
# expect: False True
print(event.wait(0), event.wait(-1))
# expect: False False
results = []
threads = [Thread(target=lambda: results.append(event.wait())) for _ in range(5)]
for thread in threads:
    thread.start()
event.set()
for thread in threads:
    thread.join()
print(results)
# expect: [True, True, True, True, True]
print(event.wait(), event.wait(1), event.is_set(), repr(event).endswith(": set>"))
# expect: True True True True
event.clear()
print(event.is_set())
# expect: False


class Named(Event):
    def __init__(self, name):
        super().__init__()
        self.name = name


print(Named("a").name)
# expect: a
