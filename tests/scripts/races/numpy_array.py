"""One array is read and written by four threads."""
# gil: 3.10 off
import numpy as np
import threading

ROUNDS = 100


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


shared = np.zeros(200)


def change(seed):
    for i in range(ROUNDS):
        shared[i % 200] = float(i)
        shared[10:20] = shared[20:30] + 1.0
        assert type(float(shared.sum())) is float
        assert len(shared * 2.0) == 200
        assert float(np.dot(shared[:5], shared[:5])) >= 0.0


print(together(change, change, change, change))
print(len(shared))
# not-cpython
# expect: []
# expect: 200
