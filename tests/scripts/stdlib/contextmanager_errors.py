"""Generators that do not yield once, and those that swallow."""
from contextlib import contextmanager


@contextmanager
def never():
    return
    yield


@contextmanager
def twice():
    yield
    yield


@contextmanager
def swallow():
    try:
        yield
    except KeyError as error:
        print("swallowed", error)


for manager in (never, twice):
    try:
        with manager():
            pass
    except RuntimeError as error:
        print(error)
with swallow():
    raise KeyError("k")
try:
    with swallow():
        raise StopIteration("s")
except StopIteration as error:
    print(repr(error))

# expect: generator didn't yield
# expect: generator didn't stop
# expect: swallowed 'k'
# expect: StopIteration('s')
