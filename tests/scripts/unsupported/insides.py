# What only CPython's own insides have.
# not-cpython
import sys

for name in ("getrefcount", "_current_frames"):
    try:
        getattr(sys, name)(*([1] if name == "getrefcount" else []))
    except NotImplementedError as error:
        print(error)
# expect: sys.getrefcount() is not supported here: objects have no reference counts
# expect: sys._current_frames() is not supported here: another thread's frames cannot be looked at
