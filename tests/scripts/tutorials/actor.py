import queue, threading
class Actor(threading.Thread):
    STOP = object()
    def __init__(self, *a, **kw): super().__init__(*a, **kw); self._mailbox = queue.SimpleQueue(); self.start()
    def send(self, *msg): self._mailbox.put(msg)
    def stop(self): self._mailbox.put((Actor.STOP,)); self.join()
    def run(self):
        for msg in iter(self._mailbox.get, (Actor.STOP,)):
            name, *args = msg
            getattr(self, f'on_{name}', self.unknown)(*args)
    def unknown(self, *args): print('?', args)
class Counter(Actor):
    total = 0
    def on_add(self, n): self.total += n
    def on_show(self, reply): reply.put(self.total)
c = Counter(name='counter')
for i in range(1, 5): c.send('add', i)
r = queue.Queue(); c.send('show', r); print(r.get(timeout=1)); c.send('nothing', 1, 2); c.stop(); print(c.total, c.is_alive(), Counter.total)

# expect: 10
# expect: ? (1, 2)
# expect: 10 False 0
