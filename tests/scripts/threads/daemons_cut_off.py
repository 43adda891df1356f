import threading, time, sys
def forever(): 
    while True: time.sleep(.01)
def spin():
    x = 0
    while True: x += 1
for f in (forever, spin): threading.Thread(target=f, daemon=True).start()
q = __import__('queue').Queue(); threading.Thread(target=q.get, daemon=True).start()
threading.Thread(target=threading.Event().wait, daemon=True).start()
l = threading.Lock(); l.acquire(); threading.Thread(target=l.acquire, daemon=True).start()
print(threading.active_count(), [t.daemon for t in threading.enumerate()])
def child(): print('inherits', threading.Thread(target=forever).daemon)
threading.Thread(target=child, daemon=True).start(); time.sleep(.03)
print('bye')

# expect: 6 [False, True, True, True, True, True]
# expect: inherits True
# expect: bye
