"""A callback that fails is logged, and the others run."""
from concurrent.futures import Future


def fail(future):
    raise ValueError("in the callback")


future = Future()
future.add_done_callback(fail)
future.add_done_callback(lambda f: print("runs all the same", f.result()))
future.set_result(1)
# expect-stderr: exception calling callback for <Future at 0x[0-9a-f]+ state=finished returned int>\nTraceback[\s\S]*ValueError: in the callback

# expect: runs all the same 1
