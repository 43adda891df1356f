"""A Timer runs once, unless cancelled."""
import threading

fired = []
timers = [threading.Timer(0.01, fired.append, args=("a",)), threading.Timer(30, fired.append, ["b"])]
for timer in timers:
    timer.start()
timers[1].cancel()
for timer in timers:
    timer.join()
print(fired, timers[0].finished.is_set(), timers[0].name, type(timers[0]).__name__)

# expect: ['a'] True Thread-1 Timer
