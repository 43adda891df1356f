from threading import Lock, Thread, Semaphore, Barrier, Event
class H2O:
    def __init__(self): self.h = Semaphore(2); self.o = Semaphore(1); self.b = Barrier(3)
    def hydrogen(self, rel):
        with self.h: self.b.wait(); rel('H')
    def oxygen(self, rel):
        with self.o: self.b.wait(); rel('O')
out = []; w = H2O()
ts = [Thread(target=w.hydrogen, args=(out.append,)) for _ in range(8)] + [Thread(target=w.oxygen, args=(out.append,)) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
s = ''.join(out); print(len(s), s.count('H'), s.count('O'))
class Foo:
    def __init__(self): self.locks = (Lock(), Lock()); [l.acquire() for l in self.locks]
    def first(self, p): p(); self.locks[0].release()
    def second(self, p):
        with self.locks[0]: p(); self.locks[1].release()
    def third(self, p):
        with self.locks[1]: p()
f = Foo(); ts = [Thread(target=f.third, args=(lambda: print('third'),)), Thread(target=f.second, args=(lambda: print('second', end=''),)), Thread(target=f.first, args=(lambda: print('first', end=''),))]
for t in ts: t.start()
for t in ts: t.join()
class FizzBuzz:
    def __init__(self, n): self.n, self.b, self.out = n, Barrier(4), []
    def loop(self, cond, val):
        for i in range(1, self.n + 1):
            if cond(i): self.out.append(val(i))
            self.b.wait()
fb = FizzBuzz(15)
ts = [Thread(target=fb.loop, args=a) for a in ((lambda i: i % 15 == 0, lambda i: 'fizzbuzz'), (lambda i: i % 3 == 0 and i % 5, lambda i: 'fizz'), (lambda i: i % 5 == 0 and i % 3, lambda i: 'buzz'), (lambda i: i % 3 and i % 5, str))]
for t in ts: t.start()
for t in ts: t.join()
print(' '.join(fb.out))

# expect: 12 8 4
# expect: firstsecondthird
# expect: 1 2 fizz 4 buzz fizz 7 8 fizz buzz 11 fizz 13 14 fizzbuzz
