"""A pool of worker threads with the interface of a pool of processes."""

import itertools
import queue
import threading
import _thread

__all__ = ['Pool', 'ThreadPool']

INIT = "INIT"
RUN = "RUN"
CLOSE = "CLOSE"
TERMINATE = "TERMINATE"


def Pool(*args, **kwargs):
    import multiprocessing
    multiprocessing.Pool(*args, **kwargs)


class ApplyResult:
    """The result of a call, when it is there."""

    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        _thread.present(self._event, "Event", None, "pool result", self._event)
        self._callback = callback
        self._error_callback = error_callback
        self._success = None
        self._value = None

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            import multiprocessing
            raise multiprocessing.TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, success, value):
        self._success, self._value = success, value
        if success and self._callback:
            self._callback(value)
        if not success and self._error_callback:
            self._error_callback(value)
        self._event.set()


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """The results of many calls, in order."""

    def __init__(self, pool, length, callback, error_callback):
        ApplyResult.__init__(self, pool, callback, error_callback)
        self._lock = threading.Lock()
        _thread.present(self._lock, "Other", None, "pool result", self._lock)
        self._left = length
        self._failed = None
        self._values = [None] * length
        if length == 0:
            self._success, self._value = True, []
            self._event.set()

    def _set_chunk(self, start, success, value):
        with self._lock:
            if success:
                self._values[start:start + len(value[0])] = value[0]
            elif self._failed is None:
                self._failed = value[0]
            self._left -= value[1]
            if self._left:
                return
        self._set(self._failed is None, self._values if self._failed is None else self._failed)


class IMapIterator:
    """Results one after the other."""

    def __init__(self, ordered):
        self._cond = threading.Condition(threading.Lock())
        _thread.present(self._cond, "Condition", self, None, self._cond)
        self._ordered = ordered
        self._ready = {} if ordered else []
        self._next = 0
        self._length = None

    def __iter__(self):
        return self

    def _there(self):
        return self._next in self._ready if self._ordered else bool(self._ready)

    def next(self, timeout=None):
        with self._cond:
            if not self._there():
                if self._next == self._length:
                    raise StopIteration from None
                self._cond.wait_for(lambda: self._there() or self._next == self._length, timeout)
                if not self._there():
                    if self._next == self._length:
                        raise StopIteration from None
                    import multiprocessing
                    raise multiprocessing.TimeoutError from None
            success, value = self._ready.pop(self._next if self._ordered else 0)
            self._next += 1
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, index, success, value):
        with self._cond:
            if self._ordered:
                self._ready[index] = (success, value)
            else:
                self._ready.append((success, value))
            self._cond.notify_all()

    def _set_length(self, length):
        with self._cond:
            self._length = length
            self._cond.notify_all()


class ThreadPool:
    """Worker threads that take calls from a queue."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        if processes is None:
            processes = _thread.cpu_count()
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._processes = processes
        self._initializer = initializer
        self._initargs = initargs
        self._tasks = queue.SimpleQueue()
        self._state = RUN
        self._pool = []
        for _ in range(processes):
            # Named as multiprocessing.dummy's processes are; the timeline shows them so.
            thread = threading.Thread(target=self._work, daemon=True)
            thread.name = thread.name.replace(' (_work)', ' (worker)')
            self._pool.append(thread)
        for thread in self._pool:
            thread.start()

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} state={self._state} pool_size={len(self._pool)}>'

    def _work(self):
        if self._initializer is not None:
            self._initializer(*self._initargs)
        while True:
            task = self._tasks.get()
            if task is None:
                return
            if self._state != TERMINATE:
                task()
            del task

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)

        def task():
            try:
                value = (True, func(*args, **kwds))
            except Exception as error:
                value = (False, error)
            result._set(*value)
        self._tasks.put(task)
        return result

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, chunksize, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(lambda args: func(*args), iterable, chunksize, callback, error_callback)

    def _map_async(self, func, iterable, chunksize, callback, error_callback):
        self._check_running()
        items = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(items), len(self._pool) * 4)
            chunksize += bool(extra)
        result = MapResult(self, len(items), callback, error_callback)

        def chunk(start, part):
            def task():
                try:
                    value = (True, ([func(item) for item in part], len(part)))
                except Exception as error:
                    value = (False, (error, len(part)))
                result._set_chunk(start, *value)
            return task
        for start in range(0, len(items), max(1, chunksize)):
            self._tasks.put(chunk(start, items[start:start + chunksize]))
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(func, iterable, chunksize, True)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(func, iterable, chunksize, False)

    def _imap(self, func, iterable, chunksize, ordered):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        result = IMapIterator(ordered)
        count = 0

        def chunk(pairs):
            def task():
                for index, item in pairs:
                    try:
                        value = (True, func(item))
                    except Exception as error:
                        value = (False, error)
                    result._set(index, *value)
            return task
        numbered = enumerate(iterable)
        while True:
            pairs = list(itertools.islice(numbered, chunksize))
            if not pairs:
                break
            count += len(pairs)
            self._tasks.put(chunk(pairs))
        result._set_length(count)
        return result

    def close(self):
        """No more calls; the workers end when all are done."""
        if self._state == RUN:
            self._state = CLOSE
            for _ in self._pool:
                self._tasks.put(None)

    def terminate(self):
        """The workers end when they are done with what they are at."""
        running = self._state == RUN
        self._state = TERMINATE
        if running:
            for _ in self._pool:
                self._tasks.put(None)
        for thread in self._pool:
            if thread is not threading.current_thread():
                thread.join()

    def join(self):
        if self._state == RUN:
            raise ValueError("Pool is still running")
        for thread in self._pool:
            thread.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()
