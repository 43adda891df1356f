"""ExitStack: any number of managers, left in reverse."""
from contextlib import ExitStack, contextmanager


@contextmanager
def item(n):
    print("enter", n)
    try:
        yield n
    finally:
        print("exit", n)


with ExitStack() as stack:
    print([stack.enter_context(item(n)) for n in range(3)])
    stack.callback(print, "callback", sep="-")
with ExitStack() as stack:
    stack.push(lambda *details: print("sees", details[0].__name__) or True)
    raise ValueError("swallowed")
stack = ExitStack()
stack.enter_context(item(9))
kept = stack.pop_all()
stack.close()
print("kept")
kept.close()

# expect: enter 0
# expect: enter 1
# expect: enter 2
# expect: [0, 1, 2]
# expect: callback
# expect: exit 2
# expect: exit 1
# expect: exit 0
# expect: sees ValueError
# expect: enter 9
# expect: kept
# expect: exit 9
