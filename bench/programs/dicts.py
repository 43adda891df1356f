"""Dictionaries and sets: with keys that are numbers, texts and tuples."""


def run():
    counts = {}
    for i in range(120_000):
        key = i * 7919 % 4001
        counts[key] = counts.get(key, 0) + 1
    names = ["n" + str(i % 500) for i in range(40_000)]
    table = {}
    for name in names:
        if name in table:
            table[name] += 1
        else:
            table[name] = 1
    grid = {}
    for y in range(40):
        for x in range(40):
            grid[x, y] = x ^ y
    near = 0
    for (x, y), value in grid.items():
        if grid.get((x + 1, y), value) > value:
            near += 1
    odd = {value for value in counts.values() if value % 2}
    both = set(range(0, 20_000, 3)) & set(range(0, 20_000, 5))
    return len(counts), len(table), table["n42"], near, len(odd), len(both)
