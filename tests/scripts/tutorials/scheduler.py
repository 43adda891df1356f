import heapq, threading, time
class Scheduler(threading.Thread):
    def __init__(self):
        super().__init__(name='sched'); self._heap = []; self._cv = threading.Condition(); self._stop_flag = False; self._n = 0
    def call_later(self, delay, f, *args):
        with self._cv:
            self._n += 1
            heapq.heappush(self._heap, (time.monotonic() + delay, self._n, f, args)); self._cv.notify()
    def run(self):
        while True:
            with self._cv:
                while not self._heap and not self._stop_flag: self._cv.wait()
                if self._stop_flag and not self._heap: return
                when, _, f, args = self._heap[0]
                now = time.monotonic()
                if when > now: self._cv.wait(when - now); continue
                heapq.heappop(self._heap)
            f(*args)
    def stop(self):
        with self._cv: self._stop_flag = True; self._cv.notify_all()
s = Scheduler(); s.start()
s.call_later(.6, print, 'third'); s.call_later(.2, print, 'first'); s.call_later(.04, lambda *a: print(*a), 'second', 2)
s.stop(); s.join(); print('end')
import sched
sc = sched.scheduler(time.time, time.sleep)
sc.enter(.3, 1, print, ('b',)); sc.enter(.1, 2, print, argument=('a',)); e = sc.enter(.5, 1, print, kwargs={'sep': ''})
sc.cancel(e); print(len(sc.queue), sc.empty()); sc.run(); print(sc.empty())

# expect: second 2
# expect: first
# expect: third
# expect: end
# expect: 2 False
# expect: a
# expect: b
# expect: True
