import threading
c = threading.Condition()
for name in ('wait', 'notify', 'notify_all'):
    try: getattr(c, name)()
    except RuntimeError as e: print(name, '-', e)
l = threading.Lock(); c2 = threading.Condition(l)
with l:
    c2.notify(); c2.notify(5); print('lock is shared', l.locked())
    print(c2.wait(.01), l.locked())
with c:
    with c: print(c.wait_for(lambda: 5), 'reentrant by default')
waiting = []
def w(i):
    with c:
        waiting.append(i); c.wait(); print('woken one')
ts = [threading.Thread(target=w, args=(i,)) for i in range(3)]
for t in ts: t.start()
while len(waiting) < 3: pass
with c: c.notify(2)
with c: c.notify_all()
for t in ts: t.join()

# expect: wait - cannot wait on un-acquired lock
# expect: notify - cannot notify on un-acquired lock
# expect: notify_all - cannot notify on un-acquired lock
# expect: lock is shared True
# expect: False True
# expect: 5 reentrant by default
# expect: woken one
# expect: woken one
# expect: woken one
