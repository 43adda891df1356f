"""defaultdict, Counter, OrderedDict and heapq, used by four threads."""
# gil: 3.10 off
import heapq
import threading
from collections import Counter, OrderedDict, defaultdict

ROUNDS = 150


def together(*workers):
    """Runs these at once; gives the exceptions that none of them may raise."""
    wrong = []
    start = threading.Barrier(len(workers))

    def guarded(worker, seed):
        start.wait()
        try:
            worker(seed)
        except Exception as e:
            wrong.append(f"{type(e).__name__}: {e}")

    threads = [threading.Thread(target=guarded, args=(w, i + 1)) for i, w in enumerate(workers)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return sorted(set(wrong))


groups = defaultdict(list)
counts = Counter()
order = OrderedDict()
heap = []


def change(seed):
    for i in range(ROUNDS):
        groups[i % 10].append(i)
        counts[i % 7] += 1
        counts.update("ab")
        try:
            order[i % 20] = i
            order.move_to_end(i % 20)
            if i % 5 == 0:
                order.popitem(last=False)
        except (KeyError, RuntimeError):
            pass
        heapq.heappush(heap, i)
        try:
            assert type(heapq.heappop(heap)) is int
        except IndexError:
            pass
        assert all(type(x) is int for x in groups[i % 10][:5])


print(together(change, change, change, change))
print(sorted(groups), all(type(v) is int for v in counts.values()))
# expect: []
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] True
