import threading, time
def act(): print('-- all arrived --')
b = threading.Barrier(3, action=act, timeout=5)
lines = []
def w(i):
    time.sleep(0.01 * i)
    r = b.wait()
    lines.append(r)
    r = b.wait()
ts = [threading.Thread(target=w, args=[i]) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(lines), b.parties, b.n_waiting, b.broken)
b2 = threading.Barrier(2)
try:
    b2.wait(0.01)
except threading.BrokenBarrierError as e:
    print('broken', repr(e), str(e) == '', b2.broken)
b2.reset()
print(b2.broken)
b2.abort()
try: b2.wait()
except threading.BrokenBarrierError as e: print(type(e).__mro__)
pass
threading.Barrier(2, lambda: 1/0)
print(repr(b)[:22], repr(b).split(': ')[1])

# expect: -- all arrived --
# expect: -- all arrived --
# expect: [0, 1, 2] 3 0 False
# expect: broken BrokenBarrierError() True True
# expect: False
# expect: (<class 'threading.BrokenBarrierError'>, <class 'RuntimeError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: <threading.Barrier at  waiters=0/3>
