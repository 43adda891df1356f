from enum import Enum, auto, unique

class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, type(Color.RED))
print(list(Color), len(Color), Color(2), Color["BLUE"], Color.CRIMSON is Color.RED)
print(Color.RED == Color.RED, Color.RED == 1, Color.RED in Color, f"{Color.RED:>12}|")
print(dict(Color.__members__), Color, isinstance(Color.RED, Color), hash(Color.RED) == hash("RED"))
for f in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 3), lambda: Color.RED < Color.BLUE,
          lambda: Color.PINK):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

class Shape(Enum):
    SQUARE = auto()
    CIRCLE = auto()
    def area(self):
        return self.value * 10
    @classmethod
    def default(cls):
        return cls.CIRCLE
print(Shape.SQUARE.area(), Shape.default(), [s.value for s in Shape])
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as e:
    print(e)
try:
    class More(Color):
        X = 1
except TypeError as e:
    print(e)

# expect: Color.RED <Color.RED: 1> RED 1 <enum 'Color'>
# expect: [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] 3 Color.GREEN Color.BLUE True
# expect: True False True    Color.RED|
# expect: {'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'BLUE': <Color.BLUE: 3>, 'CRIMSON': <Color.RED: 1>} <enum 'Color'> True True
# expect: ValueError 9 is not a valid Color
# expect: KeyError 'X'
# expect: AttributeError cannot reassign member 'RED'
# expect: TypeError '<' not supported between instances of 'Color' and 'Color'
# expect: AttributeError PINK
# expect: 10 Shape.CIRCLE [1, 2]
# expect: duplicate values found in <enum 'Bad'>: B -> A
# expect: 'A' already defined as 1
# expect: <enum 'More'> cannot extend <enum 'Color'>
