import threading, abc, queue, random, time
class Base(abc.ABC, threading.Thread):
    registry = []
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); Base.registry.append(cls.__name__)
    def __init__(self, q): threading.Thread.__init__(self, name=type(self).__name__.lower()); self.q = q
    @abc.abstractmethod
    def step(self): ...
    def run(self):
        while self.step() is not False: pass
class Prod(Base):
    n = 0
    def step(self): self.n += 1; self.q.put(self.n); return self.n < 3
class Cons(Base):
    def step(self): x = self.q.get(); print(self.name, x); return x < 3
try: Base(1)
except TypeError as e: print(e)
q = queue.Queue(); ts = [c(q) for c in (Prod, Cons)]
for t in ts: t.start()
for t in ts: t.join()
print(Base.registry, [isinstance(t, threading.Thread) for t in ts], issubclass(Cons, Base))
class Mixin:
    def __init__(self, *a, log=None, **k): super().__init__(*a, **k); self.log = log if log is not None else []
class T(Mixin, threading.Thread):
    def run(self): self.log.append(self.name); super().run()
t = T(target=print, args=('hi',), name='mix', log=['first']); t.start(); t.join(); print(t.log, T.__mro__[1].__name__)

# expect: Can't instantiate abstract class Base with abstract method step
# expect: cons 1
# expect: cons 2
# expect: cons 3
# expect: ['Prod', 'Cons'] [True, True] True
# expect: hi
# expect: ['first', 'mix'] Mixin
