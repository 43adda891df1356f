import threading
def f(): pass
t = threading.Thread(target=f)
t.setDaemon(True)
t.setName('Worker')
t.start(); t.join()
print(t.getName(), t.isDaemon(), threading.currentThread().getName(), threading.activeCount())
c = threading.Condition()
with c: c.notifyAll()

# expect: Worker True MainThread 1
# expect-stderr:   with c: c\.notifyAll\(\)
