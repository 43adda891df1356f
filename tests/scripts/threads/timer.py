# Timer calls a function later, unless it is cancelled.
from threading import Timer
from time import perf_counter

begin = perf_counter()
timer = Timer(0.05, print, ["called", 1], {"sep": "-"})
timer.start()
cancelled = Timer(30, print, ["never"])
cancelled.start()
cancelled.cancel()
timer.join()
# expect: called-1
cancelled.join()
print(perf_counter() - begin < 5)
# expect: True
