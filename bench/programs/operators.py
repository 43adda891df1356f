"""A class with operators: vectors that are added, scaled and compared."""


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __lt__(self, other):
        return self.x * self.x + self.y * self.y < other.x * other.x + other.y * other.y


def run():
    at = Vector(0, 0)
    step = Vector(3, -2)
    bound = Vector(1000, 1000)
    turns = 0
    for _ in range(60_000):
        at = at + step * 2
        if bound < at:
            at = Vector(0, 0)
            turns += 1
    return turns, at.x, at.y
