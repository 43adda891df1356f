"""The little of CPython's test.support that its tests of threads ask for. Not part of the product."""

import gc
import sys
import time
import unittest

verbose = False
has_fork_support = False
is_wasi = is_emscripten = False
MS_WINDOWS = False
Py_GIL_DISABLED = not sys._is_gil_enabled()
LOOPBACK_TIMEOUT = 5.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 60.0
environment_altered = False

requires_specialization = cpython_only = lambda test: test


def gc_collect():
    for _ in range(3):
        gc.collect()


setswitchinterval = sys.setswitchinterval


def requires_gil_enabled(message=None):
    return unittest.skipIf(Py_GIL_DISABLED, message)


def busy_retry(timeout, err_msg=None, /, *, error=True):
    end = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= end:
            break
    if error:
        raise AssertionError(f"timeout ({timeout:.1f} seconds)" + (f": {err_msg}" if err_msg else ""))


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
    delay = init_delay
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(delay)
        delay = min(delay * 2, max_delay)


def requires_fork():
    return unittest.skip("there are no processes")


def requires_subprocess():
    return unittest.skip("there are no processes")


def requires_resource(resource):
    return lambda test: test


def skip_if_sanitizer(*args, **kwargs):
    return lambda test: test


def check_sanitizer(**kwargs):
    return False


def reap_children():
    pass


def print_warning(message):
    print("Warning --", message, file=sys.stderr)


class catch_unraisable_exception:
    def __init__(self):
        self.unraisable = None

    def __enter__(self):
        if not hasattr(sys, "unraisablehook"):
            raise unittest.SkipTest("sys.unraisablehook is not there")
        self._old_hook = sys.unraisablehook
        sys.unraisablehook = self._hook
        return self

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *exc_info):
        sys.unraisablehook = self._old_hook
        del self.unraisable


class swap_attr:
    def __init__(self, obj, name, value):
        self.obj, self.name, self.value = obj, name, value

    def __enter__(self):
        self.old = getattr(self.obj, self.name)
        setattr(self.obj, self.name, self.value)
        return self.old

    def __exit__(self, *exc_info):
        setattr(self.obj, self.name, self.old)


def captured_stderr():
    import contextlib
    import io
    return contextlib.redirect_stderr(io.StringIO())


def captured_output(name):
    import contextlib
    import io
    return getattr(contextlib, "redirect_" + name)(io.StringIO())


def load_package_tests(*args):
    raise unittest.SkipTest("packages of tests are not loaded")
