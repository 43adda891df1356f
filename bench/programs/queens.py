"""Kernel: queens that do not threaten one another, by going back and trying again."""


def place(row, n, columns, rising, falling):
    if row == n:
        return 1
    found = 0
    for column in range(n):
        up = row + column
        down = row - column + n
        if columns[column] or rising[up] or falling[down]:
            continue
        columns[column] = rising[up] = falling[down] = True
        found += place(row + 1, n, columns, rising, falling)
        columns[column] = rising[up] = falling[down] = False
    return found


def run():
    n = 10
    return place(0, n, [False] * n, [False] * (2 * n), [False] * (2 * n + 1))
