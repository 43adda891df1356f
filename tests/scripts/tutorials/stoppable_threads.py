import threading, time
class StoppableThread(threading.Thread):
    """Thread with stop()."""
    def __init__(self, *args, **kwargs):
        super(StoppableThread, self).__init__(*args, **kwargs)
        self._stop_event = threading.Event()
    def stop(self): self._stop_event.set()
    def stopped(self): return self._stop_event.is_set()
    def run(self):
        n = 0
        while not self.stopped(): n += 1; time.sleep(.005)
        print('stopped after some', n > 0)
t = StoppableThread(name='S'); t.start(); time.sleep(.03); t.stop(); t.join(); print(t.stopped(), StoppableThread.__doc__, StoppableThread.__mro__[1])
class Pausable(threading.Thread):
    def __init__(self): threading.Thread.__init__(self); self.can_run = threading.Event(); self.done = threading.Event(); self.can_run.set(); self.count = 0
    def run(self):
        while not self.done.is_set():
            self.can_run.wait(); self.count += 1; time.sleep(.002)
    def pause(self): self.can_run.clear()
    def resume(self): self.can_run.set()
p = Pausable(); p.start(); time.sleep(.02); p.pause(); time.sleep(.02); a = p.count; time.sleep(.02); print(a == p.count); p.resume(); time.sleep(.02); p.done.set(); p.join(); print(p.count > a)
class Bad(threading.Thread):
    def _stop(self): pass
class HasName(threading.Thread):
    def __init__(self, name, counter): threading.Thread.__init__(self); self.name = name; self.counter = counter
    def run(self): print('Starting ' + self.name); print(f"{self.name}: {self.counter}"); print("Exiting " + self.name)
for i in (1, 2): h = HasName(f'Thread-{i}', i); h.start(); h.join()
print('Exiting Main Thread')

# expect: stopped after some True
# expect: True Thread with stop(). <class 'threading.Thread'>
# expect: True
# expect: True
# expect: Starting Thread-1
# expect: Thread-1: 1
# expect: Exiting Thread-1
# expect: Starting Thread-2
# expect: Thread-2: 2
# expect: Exiting Thread-2
# expect: Exiting Main Thread
