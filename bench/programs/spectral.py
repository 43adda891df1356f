"""Kernel: the spectral norm of an infinite matrix's corner."""
import math


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    size = len(vector)
    return [sum([entry(i, j) * vector[j] for j in range(size)]) for i in range(size)]


def times_transposed(vector):
    size = len(vector)
    return [sum([entry(j, i) * vector[j] for j in range(size)]) for i in range(size)]


def run():
    u = [1.0] * 100
    for _ in range(5):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    up = sum([a * b for a, b in zip(u, v)])
    down = sum([b * b for b in v])
    return int(math.sqrt(up / down) * 1e9)
