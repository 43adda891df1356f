import sched
import time

s = sched.scheduler(time.time, time.sleep)
start = time.time()
for i, delay in enumerate((0.03, 0.01, 0.02)):
    s.enter(delay, 1, print, (f"event {i}",))
s.run()
print(time.time() - start >= 0.03)

# expect: event 1
# expect: event 2
# expect: event 0
# expect: True
