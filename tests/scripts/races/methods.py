"""Methods of a class are replaced while others call them; classes are made in several threads."""
# gil: 3.10 off
import threading

ROUNDS = 200


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


class Base:
    def answer(self):
        return 1


class Derived(Base):
    pass


shared = Derived()


def replace(seed):
    for i in range(ROUNDS):
        if i % 3 == 0:
            Base.answer = lambda self: 1
        elif i % 3 == 1:
            Derived.answer = lambda self: 1
        else:
            try:
                del Derived.answer
            except AttributeError:
                pass


def call(seed):
    for i in range(ROUNDS * 4):
        assert shared.answer() == 1


def make(seed):
    for i in range(ROUNDS // 4):
        made = type(f"Made{i}", (Derived,), {"extra": i})
        assert made().answer() == 1 and made.extra == i and issubclass(made, Base)


print(together(replace, replace, call, call, make, make))
print(shared.answer())
# expect: []
# expect: 1
