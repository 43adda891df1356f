"""An executor whose workers are threads."""

import queue
import threading
import weakref
import _thread

from concurrent.futures import _base

_threads_queues = {}   # worker thread → its executor's queue, for the end of the program
_shutdown = False
_global_shutdown_lock = threading.Lock()
_thread.present(_global_shutdown_lock, "Other", None, "shutdown of executors", _global_shutdown_lock)


def _python_exit():
    """At the end of the program: all that was submitted still runs."""
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    items = list(_threads_queues.items())
    for _, work in items:
        work.put(None)
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


class BrokenThreadPool(_base.BrokenExecutor):
    """A worker's initializer failed."""


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None   # the exception's traceback leads here: no circle
        else:
            self.future.set_result(result)


def _worker(executor_reference, work_queue, initializer, initargs):
    """What each worker thread runs."""
    try:
        _work(executor_reference, work_queue, initializer, initargs)
    finally:
        _threads_queues.pop(threading.current_thread(), None)


def _work(executor_reference, work_queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base._logger().critical('Exception in initializer:', exc_info=True)
            executor = executor_reference()
            if executor is not None:
                executor._initializer_failed()
            return
    while True:
        try:
            item = work_queue.get_nowait()
        except queue.Empty:
            # Nothing to do: the executor may count on this worker.
            executor = executor_reference()
            if executor is not None:
                executor._idle_semaphore.release()
            del executor
            item = work_queue.get(block=True)
        if item is not None:
            item.run()
            del item
            continue
        executor = executor_reference()
        if _shutdown or executor is None or executor._shutdown:
            if executor is not None:
                executor._shutdown = True
            work_queue.put(None)   # for the next worker
            return
        del executor


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in at most max_workers threads."""

    _number = 0

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _thread.cpu_count() + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        for part in (self._idle_semaphore, self._shutdown_lock):
            _thread.present(part, "Other", self, None, self._shutdown_lock)
        if not thread_name_prefix:
            with _global_shutdown_lock:
                thread_name_prefix = "ThreadPoolExecutor-%d" % ThreadPoolExecutor._number
                ThreadPoolExecutor._number += 1
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _global_shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return   # an idle worker takes the call
        started = len(self._threads)
        if started >= self._max_workers:
            return
        work_queue = self._work_queue

        def wake_worker(_):
            work_queue.put(None)   # the executor is gone: the workers end
        thread = threading.Thread(
            name='%s_%d' % (self._thread_name_prefix, started), target=_worker,
            args=(weakref.ref(self, wake_worker), work_queue, self._initializer, self._initargs))
        _threads_queues[thread] = work_queue
        try:
            thread.start()
        except BaseException:
            _threads_queues.pop(thread, None)
            raise
        self._threads.add(thread)

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            while True:
                try:
                    item = self._work_queue.get_nowait()
                except queue.Empty:
                    break
                if item is not None:
                    item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                while True:
                    try:
                        item = self._work_queue.get_nowait()
                    except queue.Empty:
                        break
                    if item is not None:
                        item.future.cancel()
            self._work_queue.put(None)   # has the workers see it
        if wait:
            for thread in self._threads:
                thread.join()
