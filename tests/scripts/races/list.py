"""One list, changed in every way by four threads: it stays a list of what was put in."""
# gil: 3.10 off
import threading

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


shared = list(range(50))


def change(seed):
    n = seed
    for i in range(ROUNDS):
        n = (n * 1103515245 + 12345) % 2147483648
        what = n >> 8 & 15
        try:
            if what < 3:
                shared.append(n % 1000)
            elif what == 3:
                shared.pop()
            elif what == 4:
                shared.insert(n % 50, n % 1000)
            elif what == 5:
                del shared[n % 60]
            elif what == 6:
                shared[n % 60] = n % 1000
            elif what == 7:
                shared.extend([1, 2, 3])
            elif what == 8:
                shared[5:9] = [7] * (n % 8)
            elif what == 9:
                shared.sort()
            elif what == 10:
                shared.reverse()
            elif what == 11:
                shared.remove(7)
            elif what == 12:
                assert all(type(x) is int for x in shared)
            elif what == 13:
                assert type(sum(shared[:20])) is int and 2000 not in shared
            elif what == 14:
                copy = shared.copy() + shared * 2
                assert all(type(x) is int for x in copy)
            elif len(shared) > 300:
                shared.clear()
        except (IndexError, ValueError):
            pass  # too short just now; sort() finds the list changed; no 7


print(together(change, change, change, change))
print(len(shared) == len(list(shared)), all(type(x) is int and 0 <= x < 1000 for x in shared))
# expect: []
# expect: True True
