"""Annotations with the names of typing."""
from typing import (Any, Callable, ClassVar, Dict, Generic, Iterable, List, NamedTuple, Optional, Protocol, Tuple, TypeVar,
                    Union, TYPE_CHECKING, cast, runtime_checkable)

T = TypeVar("T")


class Stack(Generic[T]):
    count: ClassVar[int] = 0

    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self) -> float:
        return (self.x ** 2 + self.y ** 2) ** 0.5


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self):
        pass


def apply(function: Callable[[int], int], values: Iterable[int]) -> Dict[int, Optional[str]]:
    return {function(v): None for v in values}


stack: Stack[int] = Stack()
stack.push(1)
print(stack.items, Point(3, 4).norm(), Point(1), Point._fields, TYPE_CHECKING, cast(int, "x"))
print(isinstance(Door(), Closes), isinstance(3, Closes))
print(List[int], Optional[str], Union[int, str], Tuple[int, ...], Dict[str, Any], Callable[[int], str], T)
print(apply.__annotations__["function"], apply(lambda x: x + 1, [1]))

# expect: [1] 5.0 Point(x=1, y=0) ('x', 'y') False x
# expect: True False
# expect: typing.List[int] typing.Optional[str] typing.Union[int, str] typing.Tuple[int, ...] typing.Dict[str, typing.Any] typing.Callable[[int], str] ~T
# expect: typing.Callable[[int], int] {2: None}
