import threading, functools
def show(*a, **k): print(a, sorted(k.items()))
class C:
    def m(self, x): print('m', x)
    @classmethod
    def c(cls, x): print(cls.__name__, x)
    @staticmethod
    def s(x): print('s', x)
    def __call__(self, x): print('called', x)
for kw in (dict(target=show, args=(1, 2), kwargs={'z': 3}), dict(target=C().m, args=[5]), dict(target=C.c, args=('k',)), dict(target=C.s, args='x'),
           dict(target=C(), args=(9,)), dict(target=functools.partial(show, 1, q=2), args=(3,)), dict(target=lambda *a: show(*a), args=range(3)), dict(target=None)):
    t = threading.Thread(**kw); t.start(); t.join(); print(t.name)
t = threading.Thread(target=show, args=('abc')); t.start(); t.join()
t = threading.Thread(target=show, args=(x for x in 'ab'), name=''); t.start(); t.join(); print(t.name)
t = threading.Thread(target=show('eager')); t.start(); t.join()
t = threading.Thread(target=42); t.start(); t.join()
t = threading.Thread(target=show, args=1); t.start(); t.join()
class D(threading.Thread):
    def run(self, extra): pass
D().start()

# expect: (1, 2) [('z', 3)]
# expect: Thread-1 (show)
# expect: m 5
# expect: Thread-2 (m)
# expect: C k
# expect: Thread-3 (c)
# expect: s x
# expect: Thread-4 (s)
# expect: called 9
# expect: Thread-5
# expect: (1, 3) [('q', 2)]
# expect: Thread-6
# expect: (0, 1, 2) []
# expect: Thread-7 (<lambda>)
# expect: Thread-8
# expect: ('a', 'b', 'c') []
# expect: ('a', 'b') []
# expect: Thread-10 (show)
# expect: ('eager',) []
# expect-stderr: Exception in thread Thread-12:
# expect-stderr: TypeError: 'int' object is not callable
# expect-stderr: Exception in thread Thread-13 \(show\):
# expect-stderr: TypeError: __main__\.show\(\) argument after \* must be an iterable, not int
# expect-stderr: Exception in thread Thread-14:
# expect-stderr: TypeError: D\.run\(\) missing 1 required positional argument: 'extra'
