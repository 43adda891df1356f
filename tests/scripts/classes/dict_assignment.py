"""Instances may share one __dict__."""


class Borg:
    shared = {}

    def __init__(self):
        self.__dict__ = self.shared


a, b = Borg(), Borg()
a.x = 1
b.y = [2]
print(b.x, a.y, a is b, Borg.shared)
try:
    a.__dict__ = 5
except TypeError as error:
    print(error)

# expect: 1 [2] False {'x': 1, 'y': [2]}
# expect: __dict__ must be set to a dictionary, not a 'int'
