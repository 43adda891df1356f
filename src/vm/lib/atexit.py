"""Functions to call when the program is done and its threads have ended."""

import _runtime
import sys

_functions = []


def register(func, /, *args, **kwargs):
    """Has func(*args, **kwargs) called at the end, last registered first."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Takes back every registration of func."""
    _functions[:] = [entry for entry in _functions if not entry[0] == func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            sys._unraisable("Exception ignored in atexit callback", func, error)


_runtime.at_shutdown(1, _run_exitfuncs)
