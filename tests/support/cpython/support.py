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


def captured_stdout():
    return captured_output("stdout")


def requires_IEEE_754(test):
    return test


bigaddrspacetest = no_tracing = impl_detail = requires_docstrings = requires_IEEE_754
HAVE_DOCSTRINGS = False
HAVE_ASAN_FORK_BUG = False
PIPE_MAX_SIZE = 65537
_2G = 1 << 31
max_memuse = 0
is_jython = False
is_android = False
has_subprocess_support = False
has_socket_support = False
NHASHBITS = 61
ALWAYS_EQ = type("_AlwaysEqual", (), {"__eq__": lambda self, other: True, "__ne__": lambda self, other: False})()
NEVER_EQ = type("_NeverEqual", (), {"__eq__": lambda self, other: False, "__ne__": lambda self, other: True,
                                    "__hash__": lambda self: 1})()
LARGEST = type("_Largest", (), {"__lt__": lambda self, other: False, "__gt__": lambda self, other: True})()
SMALLEST = type("_Smallest", (), {"__lt__": lambda self, other: True, "__gt__": lambda self, other: False})()


def requires_working_socket(*, module=False):
    return None if module else unittest.skip("there are no sockets")


def skip_if_broken_multiprocessing_synchronize():
    raise unittest.SkipTest("there are no processes")


def bigmemtest(size, memuse, dry_run=True):
    return lambda test: unittest.skip("needs much memory")(test)


def check_impl_detail(**guards):
    return guards.get("cpython", not guards)


class run_with_locale:
    """There is one locale only."""

    def __init__(self, *args):
        pass

    def __call__(self, test):
        return unittest.skip("locales")(test)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass


def run_unittest(*classes):
    pass


def check_free_after_iterating(*args, **kwargs):
    raise unittest.SkipTest("reference counts")


def check_disallow_instantiation(testcase, tp, *args, **kwds):
    with testcase.assertRaises(TypeError):
        tp(*args, **kwds)


def run_in_subinterp(code):
    raise unittest.SkipTest("there are no sub-interpreters")


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext):
        compile(statement, "<test string>", "exec")


def infinite_recursion(max_depth=75):
    import contextlib
    return contextlib.nullcontext()


def check_sizeof(*args):
    raise unittest.SkipTest("sizes of objects")


calcobjsize = calcvobjsize = check_sizeof


def swap_item(obj, item, value):
    import contextlib

    @contextlib.contextmanager
    def swap():
        there, old = item in obj, obj.get(item)
        obj[item] = value
        try:
            yield old
        finally:
            if there:
                obj[item] = old
            else:
                del obj[item]
    return swap()


def _type_describing_repr(self):
    return type(self).__name__


def run_with_tz(tz):
    return lambda test: unittest.skip("time zones")(test)


class Matcher:
    def matches(self, d, **kwargs):
        return all(d.get(key) == value for key, value in kwargs.items())


def requires_zlib(reason=""):
    return unittest.skip("needs zlib")


requires_gzip = requires_bz2 = requires_lzma = requires_zlib


def check__all__(testcase, module, name_of_module=None, extra=(), not_exported=()):
    """Every public name of the module's own that __all__ must have, and no other."""
    for name in module.__all__:
        testcase.assertTrue(hasattr(module, name), name)
