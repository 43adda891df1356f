# run: --gil 3.10
# not-cpython
import sys

print(sys._is_gil_enabled())
# expect: True
