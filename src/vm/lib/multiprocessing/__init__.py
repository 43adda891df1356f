"""Everything here runs in one process: what can do without others works, the rest says so in one line."""

import _thread

__all__ = ['Array', 'AuthenticationError', 'BufferTooShort', 'Lock', 'Manager', 'Pipe', 'Pool', 'Process',
           'ProcessError', 'Queue', 'RLock', 'TimeoutError', 'Value', 'active_children', 'cpu_count',
           'current_process', 'freeze_support', 'get_context', 'get_start_method', 'parent_process',
           'set_start_method']


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    __module__ = "multiprocessing.context"


class AuthenticationError(ProcessError):
    pass


class _MainProcess:
    name = 'MainProcess'
    daemon = False
    exitcode = None
    authkey = b''
    _parent_pid = None

    @property
    def pid(self):
        import os
        return os.getpid()

    ident = pid

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_current = _MainProcess()


def _refuse(name):
    raise NotImplementedError(f"multiprocessing.{name} is not supported: there are no processes here, only threads")


class Process:
    """Refuses: everything here runs in one process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        _refuse("Process")


def _refused(name):
    def function(*args, **kwargs):
        _refuse(name)
    function.__name__ = function.__qualname__ = name
    return function


for _name in ('Array', 'Lock', 'Manager', 'Pipe', 'Pool', 'Queue', 'RLock', 'Value', 'Barrier', 'BoundedSemaphore',
              'Condition', 'Event', 'JoinableQueue', 'RawArray', 'RawValue', 'Semaphore', 'SimpleQueue', 'log_to_stderr',
              'get_logger'):
    globals()[_name] = _refused(_name)
del _name


def cpu_count():
    return _thread.cpu_count()


def current_process():
    return _current


def parent_process():
    return None


def active_children():
    return []


def freeze_support():
    pass


_start_method = None


def set_start_method(method, force=False):
    global _start_method
    if method not in ('fork', 'spawn', 'forkserver'):
        raise ValueError(f'cannot find context for {method!r}')
    if _start_method is not None and not force:
        raise RuntimeError('context has already been set')
    _start_method = method


def get_start_method(allow_none=False):
    return _start_method if allow_none else _start_method or 'fork'


def get_all_start_methods():
    return ['fork', 'spawn', 'forkserver']


def get_context(method=None):
    import sys
    return sys.modules['multiprocessing']
