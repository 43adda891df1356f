"""as_completed(timeout=) says how many are left."""
from concurrent.futures import Future, TimeoutError, as_completed

done, open_ = Future(), Future()
done.set_result(1)
try:
    for future in as_completed([done, open_, done], timeout=0.05):
        print(future.result())
except TimeoutError as error:
    print(error)

# expect: 1
# expect: 1 (of 2) futures unfinished
