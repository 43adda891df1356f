"""sys.excepthook gets what MainThread did not catch."""
import sys


def hook(cls, value, traceback):
    print("hook", cls.__name__, value, traceback.tb_lineno)


sys.excepthook = hook
raise RuntimeError("x")

# expect: hook RuntimeError x 10
# expect-exit: 1
