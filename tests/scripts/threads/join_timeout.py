# join with a time-out comes back, the thread lives on.
from threading import Event, Thread
from time import perf_counter

event = Event()
thread = Thread(target=event.wait)
thread.start()
begin = perf_counter()
print(thread.join(0.05))
# expect: None
print(0.045 < perf_counter() - begin < 2, thread.is_alive())
# expect: True True
thread.join(-1)
print(thread.is_alive())
# expect: True
event.set()
thread.join(30)
print(thread.is_alive())
# expect: False
thread.join()
thread.join(0)
