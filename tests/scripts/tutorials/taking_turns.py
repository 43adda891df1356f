import threading, time
cond = threading.Condition(); turn = 0; out = []
def player(me, n, rounds):
    global turn
    for _ in range(rounds):
        with cond:
            cond.wait_for(lambda: turn % n == me)
            out.append(me); turn += 1; cond.notify_all()
ts = [threading.Thread(target=player, args=(i, 3, 4)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(''.join(map(str, out)))
class PrintOddEven:
    def __init__(self, n): self.n, self.i, self.lock = n, 1, threading.Condition()
    def go(self, parity, name):
        while True:
            with self.lock:
                while self.i <= self.n and self.i % 2 != parity: self.lock.wait()
                if self.i > self.n: return
                print(f'{name}: {self.i}'); self.i += 1; self.lock.notify()
p = PrintOddEven(6); a = threading.Thread(target=p.go, args=(1, 'odd')); b = threading.Thread(target=p.go, args=(0, 'even'))
a.start(); b.start(); a.join(); b.join()
s1, s2 = threading.Semaphore(1), threading.Semaphore(0)
def foo(n):
    for _ in range(n): s1.acquire(); print('foo', end=''); s2.release()
def bar(n):
    for _ in range(n): s2.acquire(); print('bar'); s1.release()
x = threading.Thread(target=foo, args=(3,)); y = threading.Thread(target=bar, args=(3,)); x.start(); y.start(); x.join(); y.join()

# expect: 012012012012
# expect: odd: 1
# expect: even: 2
# expect: odd: 3
# expect: even: 4
# expect: odd: 5
# expect: even: 6
# expect: foobar
# expect: foobar
# expect: foobar
