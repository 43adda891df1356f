"""Registered classes count as subclasses; so do those a hook accepts."""
from abc import ABC


class Base(ABC):
    pass


@Base.register
class Other:
    pass


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, candidate):
        return hasattr(candidate, "quack") or NotImplemented


class Duck:
    def quack(self):
        pass


print(issubclass(Other, Base), isinstance(Other(), Base), isinstance(3, Base))
print(isinstance(Duck(), Quacks), isinstance(Other(), Quacks))

# expect: True True False
# expect: True False
