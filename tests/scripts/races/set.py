"""One set, changed in every way by four threads."""
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


shared = set(range(20))
fixed = frozenset(range(0, 64, 2))


def change(seed):
    n = seed
    for i in range(ROUNDS):
        n = (n * 1103515245 + 12345) % 2147483648
        key = n >> 16 & 63
        what = n >> 8 & 15
        try:
            if what < 4:
                shared.add(key)
            elif what < 6:
                shared.discard(key)
            elif what == 6:
                shared.remove(key)
            elif what == 7:
                assert 0 <= shared.pop() < 64
            elif what == 8:
                shared.update((key, key ^ 1))
            elif what == 9:
                shared.difference_update({key, key ^ 3})
            elif what == 10:
                assert all(0 <= x < 64 for x in shared)
            elif what == 11:
                assert (shared & fixed) <= fixed and not (shared - fixed) & fixed
            elif what == 12:
                assert len(shared | fixed) >= len(fixed)
            elif what == 13:
                shared.symmetric_difference_update({key})
            elif what == 14:
                assert fixed.isdisjoint({1, 3}) and type(key in shared) is bool
            elif len(shared) > 40:
                shared.clear()
        except KeyError:
            pass
        except RuntimeError as e:
            assert "during iteration" in str(e), e


print(together(change, change, change, change))
print(len(shared) == len(list(shared)), all(0 <= x < 64 for x in shared))
# expect: []
# expect: True True
