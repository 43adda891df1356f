"""Loops over integers: `while`, `for` over a range, nested, with conditions."""


def counted(n):
    total = 0
    i = 0
    while i < n:
        total += i * i % 7
        i += 1
    return total


def collatz(limit):
    longest = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            n = n >> 1 if n & 1 == 0 else 3 * n + 1
            steps += 1
        if steps > longest:
            longest = steps
    return longest


def run():
    return counted(400_000), collatz(4_000)
