"""result(timeout=) raises TimeoutError."""
from concurrent.futures import Future

future = Future()
for method in (future.result, future.exception):
    try:
        method(timeout=0.01)
    except TimeoutError as error:
        print(type(error).__name__, error.args)

# expect: TimeoutError ()
# expect: TimeoutError ()
