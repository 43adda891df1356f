"""Closures, lambdas, functions as values."""


def counter(start):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def compose(f, g):
    return lambda x: f(g(x))


def run():
    steps = [counter(i) for i in range(10)]
    total = 0
    for i in range(40_000):
        for step in steps[i % 7:]:
            total += step()
    chain = compose(lambda x: x + 1, compose(lambda x: x * 2, lambda x: x - 3))
    total += sum(map(chain, range(40_000)))
    total += len(list(filter(lambda x: x % 3 == 0, range(60_000))))
    return total
