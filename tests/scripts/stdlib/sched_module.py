import sched, time, threading
s = sched.scheduler(time.monotonic, time.sleep)
out = []
def note(x='default', *, y=0): out.append((x, y))
s.enter(.5, 1, note); s.enter(.1, 2, note, argument=('a',)); s.enter(.15, 1, note, ('b',), {'y': 5})
ev = s.enter(.3, 1, note, kwargs={'x': 'cancelled'})
print(len(s.queue), s.queue[0].priority >= 1, s.empty()); s.cancel(ev)
try: s.cancel(ev)
except ValueError as e: print('ValueError', e)
t = threading.Thread(target=s.run); t.start(); t.join(); print(out, s.empty(), s.run(blocking=False))
f = sched.scheduler(lambda: 0, lambda d: None); f.enterabs(5, 1, print); print(f.run(blocking=False), ev._fields)

# expect: 4 True False
# expect: ValueError list.remove(x): x not in list
# expect: [('a', 0), ('b', 5), ('default', 0)] True None
# expect: 5 ('time', 'priority', 'sequence', 'action', 'argument', 'kwargs')
