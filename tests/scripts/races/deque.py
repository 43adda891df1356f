"""One deque, changed at both ends and inside by four threads."""
# gil: 3.10 off
import threading
from collections import deque

ROUNDS = 400


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


shared = deque(range(20))
bounded = deque(maxlen=10)


def change(seed):
    n = seed
    for i in range(ROUNDS):
        n = (n * 1103515245 + 12345) % 2147483648
        what = n >> 8 & 15
        try:
            if what < 3:
                shared.append(n % 100)
            elif what < 5:
                shared.appendleft(n % 100)
            elif what == 5:
                shared.pop()
            elif what == 6:
                shared.popleft()
            elif what == 7:
                shared.rotate(n % 7 - 3)
            elif what == 8:
                shared.extend((1, 2, 3))
            elif what == 9:
                shared[n % 10] = 5
            elif what == 10:
                assert all(type(x) is int for x in shared)
            elif what == 11:
                shared.remove(5)
            elif what == 12:
                assert shared.count(1) >= 0 and type(3 in shared) is bool
            elif what == 13:
                bounded.append(n)
                assert len(bounded) <= 10
            elif what == 14:
                assert all(type(x) is int for x in shared.copy())
            elif len(shared) > 100:
                shared.clear()
        except (IndexError, ValueError):
            pass
        except RuntimeError as e:
            assert "mutated" in str(e), e


print(together(change, change, change, change))
print(len(shared) == len(list(shared)), all(0 <= x < 100 for x in shared), len(bounded))
# expect: []
# expect: True True 10
