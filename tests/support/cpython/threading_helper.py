"""The little of CPython's test.support.threading_helper that its tests ask for. Not part of the product."""

import _thread
import contextlib
import functools
import time

from test import support

can_start_thread = True


def threading_setup():
    return _thread._count(), 0


def threading_cleanup(count, _):
    for _ in support.sleeping_retry(1.0, error=False):
        if _thread._count() <= count:
            return
    support.print_warning(f"{_thread._count() - count} threads are left")


def reap_threads(func):
    @functools.wraps(func)
    def decorator(*args):
        key = threading_setup()
        try:
            return func(*args)
        finally:
            threading_cleanup(*key)
    return decorator


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    before = _thread._count()
    try:
        yield
    finally:
        for _ in support.sleeping_retry(support.SHORT_TIMEOUT if timeout is None else timeout,
                                        "threads are left"):
            if _thread._count() <= before:
                break


def join_thread(thread, timeout=None):
    thread.join(support.SHORT_TIMEOUT if timeout is None else timeout)
    if thread.is_alive():
        raise AssertionError("failed to join the thread")


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    started = []
    try:
        for thread in threads:
            thread.start()
            started.append(thread)
        yield
    finally:
        if unlock:
            unlock()
        end = time.monotonic() + support.SHORT_TIMEOUT
        for thread in started:
            thread.join(max(0.01, end - time.monotonic()))


class catch_threading_exception:
    def __init__(self):
        self.args = None

    def __enter__(self):
        import threading
        self._old = threading.excepthook
        threading.excepthook = self._hook
        return self

    def _hook(self, args):
        self.args = args
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args

    def __exit__(self, *exc_info):
        import threading
        threading.excepthook = self._old


def requires_working_threading(*, module=False):
    return None if module else lambda test: test
