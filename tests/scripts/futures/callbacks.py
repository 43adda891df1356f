"""Callbacks run when the future is done, or at once if it is."""
from concurrent.futures import Future, ThreadPoolExecutor

future = Future()
future.add_done_callback(lambda f: print("first", f.result()))
future.add_done_callback(lambda f: print("second", f.result()))
future.set_result(7)
future.add_done_callback(lambda f: print("late", f.result()))

with ThreadPoolExecutor(1) as executor:
    executor.submit(sum, [1, 2, 3]).add_done_callback(lambda f: print("sum", f.result()))
cancelled = Future()
cancelled.add_done_callback(lambda f: print("cancelled", f.cancelled()))
cancelled.cancel()

# expect: first 7
# expect: second 7
# expect: late 7
# expect: sum 6
# expect: cancelled True
