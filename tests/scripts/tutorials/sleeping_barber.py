import threading, queue, time
from collections import deque
class Barber:
    def __init__(self, chairs): self.chairs, self.waiting, self.mutex, self.customers, self.log = chairs, deque(), threading.Lock(), threading.Semaphore(0), []
    def work(self, n):
        for _ in range(n):
            self.customers.acquire()
            with self.mutex: c = self.waiting.popleft()
            self.log.append(f'cut {c}')
    def visit(self, c):
        with self.mutex:
            if len(self.waiting) == self.chairs: self.log.append(f'{c} leaves'); return
            self.waiting.append(c)
        self.customers.release()
b = Barber(2)
for c in 'abc': b.visit(c)
t = threading.Thread(target=b.work, args=(2,)); t.start(); t.join(); print(b.log)
class Elevator(threading.Thread):
    def __init__(self): super().__init__(daemon=True); self.q = queue.PriorityQueue(); self.floor = 0; self.path = []
    def run(self):
        while True:
            f = self.q.get(); self.path.append(f); self.floor = f; self.q.task_done()
e = Elevator(); [e.q.put(f) for f in (5, 2, 9)]; e.start(); e.q.join(); print(e.path, e.floor)

# expect: ['c leaves', 'cut a', 'cut b']
# expect: [2, 5, 9] 9
