"""One dict, changed in every way by four threads."""
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


shared = {k: k for k in range(20)}


def change(seed):
    n = seed
    for i in range(ROUNDS):
        n = (n * 1103515245 + 12345) % 2147483648
        key = n >> 16 & 63
        what = n >> 8 & 15
        try:
            if what < 4:
                shared[key] = key
            elif what == 4:
                del shared[key]
            elif what == 5:
                assert shared.pop(key, key) == key
            elif what == 6:
                k, v = shared.popitem()
                assert k == v
            elif what == 7:
                assert shared.setdefault(key, key) == key
            elif what == 8:
                shared.update({key: key, key + 1: key + 1})
            elif what == 9:
                assert shared.get(key, key) == key
            elif what == 10:
                for k, v in shared.items():
                    assert k == v
            elif what == 11:
                assert all(k == v for k, v in list(shared.items()))
            elif what == 12:
                copy = dict(shared) | {key: key}
                assert all(copy[k] == k for k in copy)
            elif what == 13:
                assert type(key in shared) is bool and len(shared) >= 0
            elif what == 14:
                shared[f"name{key}"] = f"name{key}"
                shared.pop(f"name{key}", None)
            elif len(shared) > 50:
                shared.clear()
        except KeyError:
            pass  # not there, or empty
        except RuntimeError as e:
            assert "during iteration" in str(e), e


print(together(change, change, change, change))
print(len(shared) == len(list(shared)), all(k == v for k, v in shared.items()))
# expect: []
# expect: True True
