"""wait() returns what is done and what is not."""
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future, wait)

a, b, c = Future(), Future(), Future()
a.set_result("a")
done, not_done = wait([a, b], return_when=FIRST_COMPLETED)
print(done == {a}, not_done == {b})
result = wait([a, b], timeout=0.01)
print(len(result.done), len(result.not_done))
b.set_exception(KeyError("b"))
done, not_done = wait({a, b, c}, return_when=FIRST_EXCEPTION)
print(len(done), len(not_done))
c.set_result(None)
print([len(part) for part in wait([a, b, c], return_when=ALL_COMPLETED)])
try:
    wait([Future()], return_when="SOMETIMES")
except ValueError as error:
    print(error)

# expect: True True
# expect: 1 1
# expect: 2 1
# expect: [3, 0]
# expect: Invalid return condition: 'SOMETIMES'
