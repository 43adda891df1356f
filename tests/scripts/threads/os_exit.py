import os, threading, time, sys
def hard():
    time.sleep(.02); print('bye', flush=True); os._exit(7)
threading.Thread(target=hard).start()
time.sleep(5); print('never')

# expect: bye
# expect-exit: 7
