# What a low-level thread raises is written to stderr; sys.unraisablehook does not see it.
# not-cpython
import _thread
import sys
import time

sys.unraisablehook = lambda info: print("hook")


def fail():
    raise ValueError("from below")


_thread.start_new_thread(fail, ())
time.sleep(0.2)
print("over")
# expect: over
# expect-stderr: ValueError: from below
