# run: --gil off
# not-cpython
import sys

print(sys._is_gil_enabled())
# expect: False
