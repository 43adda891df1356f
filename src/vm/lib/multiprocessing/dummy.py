"""The interface of multiprocessing over threads."""

import queue as _queue
import threading
from queue import Queue
from threading import Lock, RLock, Semaphore, BoundedSemaphore, Condition, Event, Barrier

__all__ = ['Process', 'current_process', 'active_children', 'freeze_support', 'Lock', 'RLock', 'Semaphore',
           'BoundedSemaphore', 'Condition', 'Event', 'Barrier', 'Queue', 'Manager', 'Pipe', 'Pool', 'JoinableQueue']

JoinableQueue = Queue
current_process = threading.current_thread
list = list
dict = dict


class DummyProcess(threading.Thread):
    """A thread with the names of a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._pid = None
        self._start_called = False

    def start(self):
        self._start_called = True
        threading.Thread.start(self)

    @property
    def exitcode(self):
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        return "Namespace(%s)" % ", ".join(f"{k}={v!r}" for k, v in sorted(self.__dict__.items()))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self.value = value

    def get_lock(self):
        return threading.RLock()


def Array(typecode, sequence, lock=True):
    return [*sequence]


def Manager():
    import sys
    return sys.modules["multiprocessing.dummy"]


def shutdown():
    pass


def active_children():
    return [t for t in threading.enumerate() if isinstance(t, DummyProcess)]


def freeze_support():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)


class _Connection:
    def __init__(self, inbox, outbox):
        self._in = inbox
        self._out = outbox

    def send(self, obj):
        self._out.put(obj)

    def recv(self):
        return self._in.get()

    def poll(self, timeout=0.0):
        import time
        end = time.monotonic() + (timeout or 0)
        while self._in.empty():
            if time.monotonic() >= end:
                return False
            time.sleep(0.001)
        return True

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def Pipe(duplex=True):
    a, b = _queue.SimpleQueue(), _queue.SimpleQueue()
    return _Connection(a, b), _Connection(b, a)
