"""What a call raises, result() raises, with the place in the call."""
import traceback
from concurrent.futures import ThreadPoolExecutor


def fail():
    raise LookupError("not there")


with ThreadPoolExecutor() as executor:
    future = executor.submit(fail)
    print(repr(future.exception()))
    try:
        future.result()
    except LookupError:
        print(traceback.extract_tb(future.exception().__traceback__)[-1].name)
print(repr(future)[-31:])

# expect: LookupError('not there')
# expect: fail
# expect: te=finished raised LookupError>
