"""Lists: append, index, slice, comprehensions, pop, reverse."""


def run():
    rows = []
    for i in range(100_000):
        rows.append(i * 3 % 1000)
    doubled = [value * 2 for value in rows if value % 3]
    total = sum(doubled)
    for i in range(1, len(rows)):
        rows[i] = (rows[i] + rows[i - 1]) % 1009
    for start in range(0, len(rows), 100):
        total += len(rows[start:start + 50]) + max(rows[start:start + 10])
    rows.reverse()
    while len(rows) > 50_000:
        total += rows.pop()
    pairs = [(a, b) for a, b in zip(rows, doubled)]
    return total, len(pairs), pairs[77]
