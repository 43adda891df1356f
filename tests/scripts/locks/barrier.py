# Barrier: parties meet, again and again; broken by abort and time-outs.
# gil: 3.10 3.9 off
from threading import Barrier, BrokenBarrierError, Thread

met = []
barrier = Barrier(3, action=lambda: met.append("met"))
indices = []


def work():
    for _ in range(4):
        indices.append(barrier.wait())


threads = [Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(met, sorted(indices))
# expect: ['met', 'met', 'met', 'met'] [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]
print(barrier.parties, barrier.n_waiting, barrier.broken)
# expect: 3 0 False
print(repr(barrier).split(": ")[1])
# expect: waiters=0/3>
try:
    barrier.wait(0.01)
except BrokenBarrierError:
    print("broken", barrier.broken)
    # expect: broken True
try:
    barrier.wait()
except BrokenBarrierError:
    print("still broken")
    # expect: still broken
barrier.reset()
print(barrier.broken)
# expect: False


def waits():
    try:
        barrier.wait()
    except BrokenBarrierError:
        print("aborted")
        # expect: aborted


thread = Thread(target=waits)
thread.start()
while barrier.n_waiting == 0:
    pass
barrier.abort()
thread.join()
