"""Kernel: Conway's game of life, as a set of living cells."""


def step(cells):
    near = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    cell = (x + dx, y + dy)
                    near[cell] = near.get(cell, 0) + 1
    return {cell for cell, count in near.items() if count == 3 or count == 2 and cell in cells}


def run():
    cells = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
    for _ in range(180):
        cells = step(cells)
    return len(cells), sum([x * 3 + y for x, y in cells])
