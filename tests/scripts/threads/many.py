# Threads beyond what can be had, and again when some have ended.
# not-cpython
# gil: 3.10 off
# not-under: sim
from threading import Event, Thread

event = Event()
threads = []
try:
    while True:
        thread = Thread(target=event.wait)
        thread.start()
        threads.append(thread)
except RuntimeError as error:
    print(error)
    # expect: can't start new thread
print(len(threads) >= 64)
# expect: True
event.set()
for thread in threads:
    thread.join()
for _ in range(200):
    thread = Thread(target=int)
    thread.start()
    thread.join()
print("ok")
# expect: ok
