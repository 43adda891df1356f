# not-cpython
import sys


def f():
    frame = sys._getframe()
    line = frame.f_lineno
    later = 1
    return frame.f_lineno == line, "later" in frame.f_locals


print(f())
try:
    def deep(n):
        return deep(n - 1) if n else sys._getframe(0).f_back.f_back.f_back.f_locals
    deep(5)
except NotImplementedError as e:
    print(e)

# expect: (True, False)
# expect: f_locals of a function's frame further out is not supported here
