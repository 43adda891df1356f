"""A future is finished once."""
from concurrent.futures import Future, InvalidStateError

future = Future()
print(repr(future).split()[-1])
future.set_running_or_notify_cancel()
print(repr(future).split()[-1], future.running())
future.set_result(3)
print(repr(future).split("state=")[1])
for again in (lambda: future.set_result(4), lambda: future.set_exception(ValueError())):
    try:
        again()
    except InvalidStateError as error:
        print(type(error).__name__, str(error)[:9])

# expect: state=pending>
# expect: state=running> True
# expect: finished returned int>
# expect: InvalidStateError FINISHED:
# expect: InvalidStateError FINISHED:
