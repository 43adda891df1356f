"""Abstract classes cannot be instantiated."""
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """What subclasses say."""

    @property
    @abstractmethod
    def name(self):
        pass


class Square(Shape):
    def area(self):
        return 4

    name = "square"


class Half(Shape):
    def area(self):
        return 2


print(Square().area(), Square().name, isinstance(Square(), Shape))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)
print(type(Shape) is ABCMeta, sorted(Shape.__abstractmethods__))

# expect: 4 square True
# expect: Can't instantiate abstract class Shape with abstract methods area, name
# expect: Can't instantiate abstract class Half with abstract method name
# expect: True ['area', 'name']
