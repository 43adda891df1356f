import atexit
import sys


def fails():
    raise ValueError("too late")


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg, args.object.__name__, args.exc_traceback is not None)


print(sys.unraisablehook is sys.__unraisablehook__)
sys.unraisablehook = hook
atexit.register(fails)

# expect: True
# expect: ValueError too late Exception ignored in atexit callback fails True
