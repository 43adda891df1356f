"""Globals and variables of closures, bound and deleted by four threads."""
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


shared = 0


def outer():
    inside = 0

    def change(seed):
        nonlocal inside
        for i in range(ROUNDS):
            inside += 1
            inside = inside if type(inside) is int else "wrong"

    def read():
        return inside

    return change, read


def change(seed):
    global shared, sometimes
    for i in range(ROUNDS):
        shared += 1
        try:
            if i % 3 == 0:
                sometimes = i
            elif i % 3 == 1:
                del sometimes
            else:
                assert type(sometimes) is int
        except NameError:
            pass
        globals()[f"made{i % 40}"] = i
        assert type(globals()[f"made{seed}"] if i > 10 else 0) is int


inner, read = outer()
print(together(change, change, inner, inner))
print(0 < shared <= 2 * ROUNDS, 0 < read() <= 2 * ROUNDS)
# expect: []
# expect: True True
