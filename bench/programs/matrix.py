"""Kernel: the product of two matrices, as lists of lists."""


def product(a, b):
    columns = list(zip(*b))
    return [[sum([x * y for x, y in zip(row, column)]) for column in columns] for row in a]


def plain(a, b):
    size = len(a)
    result = [[0] * size for _ in range(size)]
    for i in range(size):
        row = a[i]
        target = result[i]
        for j in range(size):
            total = 0
            for k in range(size):
                total += row[k] * b[k][j]
            target[j] = total
    return result


def run():
    size = 60
    a = [[(i * j + i) % 10 for j in range(size)] for i in range(size)]
    b = [[(i + 2 * j) % 7 for j in range(size)] for i in range(size)]
    one = product(a, b)
    two = plain(a, b)
    return one == two, sum([sum(row) for row in one])
