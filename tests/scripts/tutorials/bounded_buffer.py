"""Producer/consumer with a Condition and a bounded buffer."""
import threading
import time
from collections import deque

class BoundedBuffer:
    def __init__(self, capacity):
        self.capacity = capacity
        self.items = deque(maxlen=capacity)
        self.cond = threading.Condition()

    def put(self, item):
        with self.cond:
            while len(self.items) >= self.capacity:
                self.cond.wait()
            self.items.append(item)
            self.cond.notify_all()

    def get(self):
        with self.cond:
            self.cond.wait_for(lambda: self.items)
            item = self.items.popleft()
            self.cond.notify_all()
            return item

def producer(buf, n):
    for i in range(n):
        buf.put(i * i)
    buf.put(None)

def consumer(buf, out):
    for item in iter(buf.get, None):
        out.append(item)

if __name__ == '__main__':
    buf = BoundedBuffer(3)
    out = []
    ts = [threading.Thread(target=producer, args=(buf, 10), name='producer'),
          threading.Thread(target=consumer, args=(buf, out), name='consumer')]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    print('%d items, sum=%d' % (len(out), sum(out)))
    print(*out, sep=', ', end='.\n')
    print(repr(buf.items), len(ts))

# expect: 10 items, sum=285
# expect: 0, 1, 4, 9, 16, 25, 36, 49, 64, 81.
# expect: deque([], maxlen=3) 2
