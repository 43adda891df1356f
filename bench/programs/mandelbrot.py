"""Kernel: how long points of the plane stay near."""


def stays(x, y, limit):
    re = im = 0.0
    for step in range(limit):
        re2 = re * re
        im2 = im * im
        if re2 + im2 > 4.0:
            return step
        im = 2.0 * re * im + y
        re = re2 - im2 + x
    return limit


def run():
    total = 0
    size = 130
    for row in range(size):
        y = 2.5 * row / size - 1.25
        for column in range(size):
            total += stays(3.0 * column / size - 2.2, y, 60)
    return total
