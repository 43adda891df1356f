"""One exception object is raised, chained and printed by four threads."""
# gil: 3.10 off
import threading
import traceback

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


shared = ValueError("shared")


def deep(n):
    if n == 0:
        raise shared
    deep(n - 1)


def use(seed):
    for i in range(ROUNDS):
        try:
            try:
                deep(i % 6)
            except ValueError as e:
                assert e is shared
                e.args = ("shared", i)
                e.note = i
                raise KeyError(i) from e
        except KeyError as e:
            assert e.__cause__ is shared
            lines = traceback.format_exception_only(shared)
            assert lines[0].startswith("ValueError")


print(together(use, use, use, use))
print(type(shared).__name__)
# expect: []
# expect: ValueError
