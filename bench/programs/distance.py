"""Kernel: how many edits lie between two texts, row by row."""


def distance(a, b):
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y)))
        before = row
    return before[-1]


def run():
    one = "interleaving threads, one step after another " * 9
    two = "a thread that steps, and another that waits " * 9
    return distance(one, two)
