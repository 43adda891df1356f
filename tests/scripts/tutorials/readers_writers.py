import threading, time
class RWLock:
    """Many readers or one writer."""
    def __init__(self):
        self._cond = threading.Condition(threading.Lock())
        self._readers = 0
        self._writer = False
    def acquire_read(self):
        with self._cond:
            while self._writer: self._cond.wait()
            self._readers += 1
    def release_read(self):
        with self._cond:
            self._readers -= 1
            if not self._readers: self._cond.notify_all()
    def acquire_write(self):
        with self._cond:
            while self._writer or self._readers > 0: self._cond.wait()
            self._writer = True
    def release_write(self):
        with self._cond:
            self._writer = False; self._cond.notify_all()
class locked:
    def __init__(self, rw, write=False): self.rw, self.write = rw, write
    def __enter__(self): (self.rw.acquire_write if self.write else self.rw.acquire_read)()
    def __exit__(self, *exc): (self.rw.release_write if self.write else self.rw.release_read)()
data, rw, seen = {'v': 0}, RWLock(), []
def writer():
    for _ in range(5):
        with locked(rw, write=True):
            v = data['v']; time.sleep(.001); data['v'] = v + 1
def reader():
    for _ in range(5):
        with locked(rw): seen.append(data['v'])
ts = [threading.Thread(target=f) for f in (writer, reader, writer, reader)]
[t.start() for t in ts]; [t.join() for t in ts]
print(data, len(seen), rw._readers, rw._writer, RWLock.__doc__)

# expect: {'v': 10} 10 0 False Many readers or one writer.
