"""Generators: simple, nested, with `yield from`, as expressions."""


def numbers(n):
    for i in range(n):
        yield i


def pairs(n):
    for i in numbers(n):
        yield i, i * 2


def tree(depth):
    if depth > 0:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def run():
    total = 0
    for a, b in pairs(80_000):
        total += a + b
    total += sum(value for value in tree(12))
    total += sum(x * x % 11 for x in range(100_000))
    return total
