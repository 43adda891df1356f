"""Futures, waiting for them, and what all executors have in common."""

import threading
import _thread

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
_AS_COMPLETED = '_AS_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'                              # by the user
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'    # and the worker has seen it
FINISHED = 'FINISHED'
_DONE = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_SHOWN = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled', CANCELLED_AND_NOTIFIED: 'cancelled',
          FINISHED: 'finished'}


class Error(Exception):
    """Of futures."""


class CancelledError(Error):
    """The Future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """What was asked for is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """The executor can run nothing any more."""


def _logger():
    import logging   # rarely needed, so not imported with this module
    return logging.getLogger('concurrent.futures')


# --- Waiting for several -----------------------------------------------------------------------------------

class _Waiter:
    """Gathers futures that finish, and says so by an Event."""

    def __init__(self, wanted=1, stop_on_exception=False):
        self.event = threading.Event()
        _thread.present(self.event, "Event", None, "futures", self.event)
        self.finished_futures = []
        self.lock = threading.Lock()
        self.wanted = wanted   # the event is set when as many are left as 0
        self.stop_on_exception = stop_on_exception

    def add_result(self, future):
        self._add(future, False)

    def add_exception(self, future):
        self._add(future, self.stop_on_exception)

    def add_cancelled(self, future):
        self._add(future, False)

    def _add(self, future, at_once):
        with self.lock:
            self.finished_futures.append(future)
            self.wanted -= 1
            if self.wanted <= 0 or at_once:
                self.event.set()


class _AcquireFutures:
    """The conditions of several futures, taken in one order so that two such never block each other."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _remove_waiter(futures, waiter):
    for future in futures:
        with future._condition:
            future._waiters.remove(waiter)


def as_completed(fs, timeout=None):
    """Yields the futures in the order in which they finish; TimeoutError when that takes too long."""
    end = None if timeout is None else _thread.monotonic() + timeout
    fs = set(fs)
    total = len(fs)
    waiter = _Waiter()
    with _AcquireFutures(fs):
        finished = [f for f in fs if f._state in (CANCELLED_AND_NOTIFIED, FINISHED)]
        pending = fs.difference(finished)
        for future in pending:
            future._waiters.append(waiter)
    del fs
    try:
        while True:
            finished.reverse()
            while finished:
                # No reference stays behind here: the result may be large.
                pending.discard(finished[-1])
                yield finished.pop()
            if not pending:
                return
            if end is not None:
                left = end - _thread.monotonic()
                if left < 0:
                    raise TimeoutError('%d (of %d) futures unfinished' % (len(pending), total))
            else:
                left = None
            waiter.event.wait(left)
            with waiter.lock:
                finished = waiter.finished_futures
                waiter.finished_futures = []
                waiter.event.clear()
            for future in finished:
                with future._condition:
                    future._waiters.remove(waiter)
    finally:
        _remove_waiter([f for f in pending if waiter in f._waiters], waiter)


class DoneAndNotDoneFutures(tuple):
    """What wait() returns: the sets `done` and `not_done`."""

    __slots__ = ()
    _fields = ('done', 'not_done')
    __match_args__ = _fields

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f'{type(self).__name__}(done={self[0]!r}, not_done={self[1]!r})'


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits until the first, the first failing or all of the futures are done, or the time is over."""
    fs = set(fs)
    with _AcquireFutures(fs):
        done = {f for f in fs if f._state in (CANCELLED_AND_NOTIFIED, FINISHED)}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any(
                f for f in done if not f.cancelled() and f.exception() is not None):
            return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_COMPLETED:
            waiter = _Waiter(1)
        elif return_when in (FIRST_EXCEPTION, ALL_COMPLETED):
            waiter = _Waiter(len(not_done), return_when == FIRST_EXCEPTION)
        else:
            raise ValueError("Invalid return condition: %r" % return_when)
        for future in not_done:
            future._waiters.append(waiter)
    waiter.event.wait(timeout)
    _remove_waiter(not_done, waiter)
    with waiter.lock:
        done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, fs - done)


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future   # an exception's traceback must not keep it


# --- One future ---------------------------------------------------------------------------------------------

class Future:
    """The result of a call that may not have run yet."""

    def __init__(self):
        self._condition = threading.Condition()
        _thread.present(self._condition, "Condition", self, None, self._condition)
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call_back(callback)

    def _call_back(self, callback, verb='calling'):
        try:
            callback(self)
        except Exception:
            _logger().exception(f'exception {verb} callback for %r', self)

    def __repr__(self):
        with self._condition:
            state = f'<{type(self).__name__} at {id(self):#x} state={_SHOWN[self._state]}'
            if self._state != FINISHED:
                return state + '>'
            if self._exception is not None:
                return f'{state} raised {type(self._exception).__name__}>'
            return f'{state} returned {type(self._result).__name__}>'

    def cancel(self):
        """Cancels the call unless it runs or is done; says whether it is cancelled."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Whether the call was cancelled or has ended."""
        with self._condition:
            return self._state in _DONE

    def add_done_callback(self, fn):
        """Has fn(future) called when the future is done: in the thread that ends it, or now if it is done."""
        with self._condition:
            if self._state not in _DONE:
                self._done_callbacks.append(fn)
                return
        self._call_back(fn)

    def _wait_until_done(self, timeout):
        """With the condition held; raises unless there is a result or an exception."""
        if self._state not in _DONE:
            self._condition.wait(timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """What the call returned; raises what it raised."""
        try:
            with self._condition:
                self._wait_until_done(timeout)
                if self._exception is None:
                    return self._result
                raise self._exception
        finally:
            self = None   # an exception's traceback must not keep the future

    def exception(self, timeout=None):
        """The exception the call raised, or None."""
        with self._condition:
            self._wait_until_done(timeout)
            return self._exception

    # For executors and tests.
    def set_running_or_notify_cancel(self):
        """Says whether the call is to be run: it is not when it was cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _logger().critical('Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        with self._condition:
            if self._state in _DONE:
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_result(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_exception(self, exception):
        with self._condition:
            if self._state in _DONE:
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_exception(self)
            self._condition.notify_all()
        self._invoke_callbacks()

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class Executor:
    """What runs calls elsewhere."""

    def submit(self, fn, /, *args, **kwargs):
        """Has fn(*args, **kwargs) called; returns its Future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """As map(), but the calls run at the same time and start at once."""
        end = None if timeout is None else timeout + _thread.monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        # A generator of its own: the calls are submitted when map() is called, not at the first next().
        def results():
            try:
                futures.reverse()
                while futures:
                    if end is None:
                        yield _result_or_cancel(futures.pop())
                    else:
                        yield _result_or_cancel(futures.pop(), end - _thread.monotonic())
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more calls; waits for those that run unless told not to."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
