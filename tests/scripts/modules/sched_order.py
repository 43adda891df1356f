import sched

clock = [0]
log = []
s = sched.scheduler(lambda: clock[0], lambda d: clock.__setitem__(0, clock[0] + d))
s.enter(3, 1, log.append, ("three",))
s.enter(1, 2, log.append, ("one, later",))
s.enter(1, 1, log.append, ("one, first",))
gone = s.enter(2, 1, log.append, argument=("never",))
print(len(s.queue), s.queue[0].time, s.empty())
s.cancel(gone)
s.run()
print(log, clock, s.empty())
try:
    s.cancel(gone)
except ValueError as e:
    print("ValueError")
s.enter(5, 1, log.append, kwargs={})
print(s.run(blocking=False))

# expect: 4 1 False
# expect: ['one, first', 'one, later', 'three'] [3] True
# expect: ValueError
# expect: 5
