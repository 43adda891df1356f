"""A class that is both a context manager and a decorator."""
import functools
from contextlib import AbstractContextManager, ContextDecorator


class traced(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, *details):
        print("exit", self.name, details[0])
        return False


@traced("f")
def f(x):
    """Its docstring."""
    return x + 1


print(f(1), f.__name__, f.__doc__)


class Plain(AbstractContextManager):
    def __exit__(self, *details):
        print("done")


with Plain() as p:
    print(type(p).__name__)
try:
    AbstractContextManager()
except TypeError as error:
    print(str(error)[:40])

# expect: enter f
# expect: exit f None
# expect: 2 f Its docstring.
# expect: Plain
# expect: done
# expect: Can't instantiate abstract class Abstrac
