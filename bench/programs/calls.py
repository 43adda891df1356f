"""Calls of functions: positional, with defaults, by keyword, recursive."""


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def mixed(a, b=2, *, c=3):
    return a + b * c


def run():
    total = fib(23)
    for i in range(100_000):
        total += mixed(i) + mixed(i, 1) + mixed(i, b=3, c=1)
    return total
