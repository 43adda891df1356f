"""A barrier's action runs once, and an abort breaks it."""
import threading

calls = []
barrier = threading.Barrier(3, action=lambda: calls.append("action"))


def work():
    calls.append("arrived")
    barrier.wait()


threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(calls, barrier.n_waiting, barrier.parties, barrier.broken)
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as error:
    print(repr(error), barrier.broken)
barrier.reset()
print(barrier.broken)

# expect: ['arrived', 'arrived', 'arrived', 'action'] 0 3 False
# expect: BrokenBarrierError() True
# expect: False
