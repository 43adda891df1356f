"""A heap and a cycle shared without a lock: their steps are indivisible, so nothing is lost."""
# gil: 3.9 3.10 off
import heapq
import itertools
import sys
import threading

sys.setswitchinterval(0.0005)
heap = [(9, "begin")]
taken = []
turns = itertools.cycle(range(4))
counts = [[0] * 4 for _ in range(4)]


def work(me):
    for i in range(300):
        heapq.heappush(heap, ((i * 7 + me) % 10, f"{me}-{i}"))
        if i % 3 == 0:
            taken.append(heapq.heappop(heap))
        counts[me][next(turns)] += 1


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
rest = [heapq.heappop(heap) for _ in range(len(heap))]
print(rest == sorted(rest), len(rest) + len(taken), len(set(rest + taken)))
print([sum(row[k] for row in counts) for k in range(4)])
# expect: True 1201 1201
# expect: [300, 300, 300, 300]
