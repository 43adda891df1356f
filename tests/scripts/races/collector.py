"""Garbage in rings, weak references and finalizers, made by four threads while memory is collected."""
# gil: 3.10 off
import gc
import threading
import weakref

ROUNDS = 60


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


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None


kept = []


def make(seed):
    for i in range(ROUNDS):
        a, b = Node("a"), Node("b")
        a.other, b.other = b, a
        reference = weakref.ref(a)
        assert reference() is a
        kept.append([i, (i, {"deep": [a]})])
        if len(kept) > 50:
            del kept[:25]
        if i % 20 == seed:
            gc.collect()
        assert a.other.other is a and a.name + b.name == "ab"


print(together(make, make, make, make))
print(all(item[1][1]["deep"][0].name == "a" for item in kept))
# expect: []
# expect: True
