import threading, time, queue
ev = threading.Event()
t0 = time.monotonic(); print(ev.wait(.02), .015 < time.monotonic() - t0 < .5)
threading.Timer(.02, ev.set).start(); print(ev.wait(5), ev.is_set()); ev.clear(); print(ev.is_set(), ev.wait(0), ev.isSet())
c = threading.Condition()
with c:
    t0 = time.monotonic(); print(c.wait(timeout=.02)); print(c.wait_for(lambda: time.monotonic() - t0 > .04, timeout=2))
q = queue.Queue(1)
for f in (lambda: q.get(timeout=.01), lambda: q.get(False), lambda: (q.put(1), q.put(2, timeout=.01)), lambda: q.put_nowait(3)):
    try: f()
    except (queue.Empty, queue.Full) as e: print(type(e).__qualname__, e.args)
def slow(): time.sleep(.1)
t = threading.Thread(target=slow); t.start()
while t.is_alive(): t.join(timeout=.03)
print('joined'); t.join(0); t.join(-1)
def with_timeout(f, s):
    r = []
    th = threading.Thread(target=lambda: r.append(f()), daemon=True); th.start(); th.join(s)
    return r[0] if r else 'timed out'
print(with_timeout(lambda: 1, 1), with_timeout(slow, .01))
for bad in (lambda: time.sleep(-1), lambda: time.sleep('1')):
    try: bad()
    except Exception as e: print(type(e).__name__, e)

# expect: False True
# expect: True True
# expect: False False False
# expect: False
# expect: True
# expect: Empty ()
# expect: Empty ()
# expect: Full ()
# expect: Full ()
# expect: joined
# expect: 1 timed out
# expect: ValueError sleep length must be non-negative
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect-stderr:   threading\.Timer\(\.02, ev\.set\)\.start\(\); print\(ev\.wait\(5\), ev\.is_set\(\)\); ev\.clear\(\); print\(ev\.is_set\(\), ev\.wait\(0\), ev\.isSet\(\)\)
