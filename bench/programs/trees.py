"""Kernel: binary trees that live shortly: many small objects."""


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def build(depth):
    return Node(None, None) if depth == 0 else Node(build(depth - 1), build(depth - 1))


def count(node):
    return 1 if node.left is None else 1 + count(node.left) + count(node.right)


def run():
    kept = build(10)
    total = 0
    for _ in range(90):
        total += count(build(8))
    for i in range(100_000):
        pair = [i, (i, i)]
        total += len(pair)
    return total, count(kept)
