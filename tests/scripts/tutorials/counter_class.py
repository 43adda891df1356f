import threading
class Counter:
    instances = 0
    def __init__(self, start=0): self.value = start; self._lock = threading.Lock(); type(self).instances += 1
    def increment(self, by=1):
        with self._lock: self.value += by; return self.value
    def __str__(self): return f'<{self.value}>'
    def __eq__(self, other): return isinstance(other, Counter) and self.value == other.value
    __hash__ = None
c = Counter(10)
ts = [threading.Thread(target=lambda: [c.increment() for _ in range(100)]) for _ in range(5)]
list(map(threading.Thread.start, ts)); list(map(threading.Thread.join, ts))
print(c, c == Counter(510), Counter.instances, c != 510)
try: {c}
except TypeError as e: print(e)
try: c.incremnt()
except AttributeError as e: print(e)

# expect: <510> True 2 True
# expect: unhashable type: 'Counter'
# expect: 'Counter' object has no attribute 'incremnt'
