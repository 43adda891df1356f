"""Methods and attributes of instances, with inheritance and properties."""


class Shape:
    unit = 1

    def __init__(self, width):
        self.width = width
        self.seen = 0

    def look(self):
        self.seen += self.unit
        return self.area()


class Square(Shape):
    def area(self):
        return self.width * self.width


class Box(Shape):
    def __init__(self, width, height):
        super().__init__(width)
        self.height = height

    @property
    def ratio(self):
        return self.width // self.height

    def area(self):
        return self.width * self.height + self.ratio


def run():
    shapes = [Square(3), Box(4, 2), Square(5), Box(9, 3)]
    total = 0
    for _ in range(40_000):
        for shape in shapes:
            total += shape.look()
    return total, shapes[0].seen
