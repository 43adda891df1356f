"""One iterator of each kind, advanced by four threads."""
# gil: 3.10 off
import itertools
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


numbers = itertools.count()
items = iter(range(4 * ROUNDS))
of_list = iter(list(range(1000)))
cycle = itertools.cycle("abc")
pairs = zip(range(2000), itertools.count())
squares = map(lambda x: x * x, iter(range(2000)))
chain = itertools.chain(range(500), range(500), "tail" * 50)


def generate():
    for i in range(100000):
        yield i


generator = generate()


def advance(seed):
    for i in range(ROUNDS):
        assert type(next(numbers)) is int
        assert type(next(items, 0)) is int
        assert type(next(of_list, 0)) is int
        assert next(cycle) in "abc"
        assert len(next(pairs, (0, 0))) == 2
        assert type(next(squares, 0)) is int
        assert type(next(chain, 0)) in (int, str)
        try:
            assert type(next(generator)) is int
        except ValueError as e:
            assert str(e) == "generator already executing"


print(together(advance, advance, advance, advance))
print(type(next(numbers)).__name__)
# expect: []
# expect: int
