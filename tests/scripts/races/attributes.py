"""Attributes of one object and one class are added, changed and deleted by four threads."""
# gil: 3.10 off
import threading

ROUNDS = 300


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


class Thing:
    kind = 0

    def __init__(self):
        self.a = 0


class Slim:
    __slots__ = ("x", "y")


shared = Thing()
slim = Slim()
slim.x = 0


def change(seed):
    n = seed
    for i in range(ROUNDS):
        n = (n * 1103515245 + 12345) % 2147483648
        name = f"n{n >> 16 & 15}"
        what = n >> 8 & 7
        try:
            if what < 2:
                setattr(shared, name, n)
            elif what == 2:
                delattr(shared, name)
            elif what == 3:
                assert type(getattr(shared, name, 0)) is int
            elif what == 4:
                Thing.kind += 1
                assert type(shared.kind) is int and type(shared.a) is int
            elif what == 5:
                setattr(Thing, "class_" + name, n)
                assert type(getattr(shared, "class_" + name)) is int
            elif what == 6:
                assert all(type(v) is int for v in list(vars(shared).values()))
                shared.a += 1
            else:
                slim.y = slim.x
                slim.x = n
                del slim.y
        except AttributeError:
            pass
        except RuntimeError as e:
            assert "during iteration" in str(e), e


print(together(change, change, change, change))
print(type(shared.a).__name__, all(type(v) is int for v in vars(shared).values()))
# expect: []
# expect: int True
