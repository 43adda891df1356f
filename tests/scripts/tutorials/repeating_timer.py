from threading import Timer, Event
import time
class RepeatTimer(Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
done = Event()
n = 0
def tick(label, *, step=1):
    global n
    n += step
    print(label, n, flush=True)
    if n >= 3: done.set(); t.cancel()
t = RepeatTimer(0.01, tick, ['tick'], {'step': 1})
print(t.interval, t.function.__name__, t.args, t.kwargs, t.daemon, t.name)
t.start()
done.wait()
t.cancel()
t.join()
print('stopped', t.is_alive(), t.finished.is_set())
u = Timer(0.01, print, args=('hello', 'timer'), kwargs=dict(sep='-', end='!\n'))
u.start(); u.join()
c = Timer(30, lambda: print('never'))
c.start(); c.cancel(); c.join()
print(n, type(c))

# expect: 0.01 tick ['tick'] {'step': 1} False Thread-1
# expect: tick 1
# expect: tick 2
# expect: tick 3
# expect: stopped False True
# expect: hello-timer!
# expect: 3 <class 'threading.Timer'>
