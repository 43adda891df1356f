import threading, contextlib
@contextlib.contextmanager
def acquire(*locks, timeout=-1):
    locks = sorted(locks, key=lambda l: id(l)); got = []
    try:
        for l in locks:
            if not l.acquire(timeout=timeout): raise TimeoutError('no lock')
            got.append(l)
        yield got
    finally:
        while got: got.pop().release()
a, b = threading.Lock(), threading.RLock()
with acquire(a, b) as g: print(len(g), a.locked())
print(a.locked())
a.acquire()
try:
    with acquire(a, timeout=.01): pass
except TimeoutError as e: print(e)
a.release()
with contextlib.ExitStack() as st:
    for l in (a, b, threading.Semaphore(2), threading.Condition()): print(st.enter_context(l) is True)
    st.callback(print, 'callback')
with contextlib.suppress(RuntimeError): a.release()
try:
    with a: raise ValueError('in with')
except ValueError as e: print(e, a.locked())
with a, b: print(a.locked())
print(a.__enter__(), a.__exit__(None, None, None), b.__enter__(), b.__exit__(None, None, None))
try:
    with threading.Event(): pass
except TypeError as e: print(e)
try:
    with threading.Lock: pass
except TypeError as e: print(e)
with contextlib.redirect_stdout(__import__('io').StringIO()) as s: print('hidden')
print(repr(s.getvalue()), contextlib.nullcontext(3).__enter__())
@contextlib.contextmanager
def cm(): print('in'); yield 1; print('out')
@cm()
def deco(): print('body')
deco()
class Closing:
    def close(self): print('closed')
with contextlib.closing(Closing()) as c: pass

# expect: 2 True
# expect: False
# expect: no lock
# expect: True
# expect: True
# expect: True
# expect: True
# expect: callback
# expect: in with False
# expect: True
# expect: True None True None
# expect: 'Event' object does not support the context manager protocol
# expect: 'builtin_function_or_method' object does not support the context manager protocol
# expect: 'hidden\n' 3
# expect: in
# expect: body
# expect: out
# expect: closed
