import threading, time
def w(): time.sleep(.05); print('worker finishes')
threading.Thread(target=w).start()
d = {}
def lookup(k): return d[k]
lookup('nope')

# expect: worker finishes
# expect-stderr: KeyError: 'nope'
# expect-exit: 1
