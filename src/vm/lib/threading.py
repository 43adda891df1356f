"""Threads in Python: the documented threading module over the machine's own threads and locks."""

import _runtime
import _thread

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs',
           'gettrace', 'getprofile', 'get_native_id']

get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
stack_size = _thread.stack_size
TIMEOUT_MAX = _thread.TIMEOUT_MAX
ThreadError = RuntimeError
Lock = _thread.allocate_lock
RLock = _thread.RLock


def _old(name, instead, verb="use"):
    import warnings
    warnings.warn(f"{name}() is deprecated, {verb} {instead} instead", DeprecationWarning, stacklevel=3)


def _where(instance):
    cls = type(instance)
    return f"{cls.__module__}.{cls.__qualname__} at {id(instance):#x}"


# --- Synchronisation: the machine's state machines, with what is simpler in Python --------------------------

class Condition(_thread.Condition):
    """A condition variable over an RLock, or over the Lock or RLock it is given."""

    def notifyAll(self):
        _old("notifyAll", "notify_all()")
        self.notify_all()

    def wait_for(self, predicate, timeout=None):
        """Waits until predicate() is true or the time is over; returns its last value."""
        result = predicate()
        if result or timeout is None:
            while not result:
                self.wait()
                result = predicate()
            return result
        end = _thread.monotonic() + timeout
        while not result:
            left = end - _thread.monotonic()
            if left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class Event(_thread.Event):
    """A flag that threads can wait for."""

    def isSet(self):
        _old("isSet", "is_set()")
        return self.is_set()

    def __repr__(self):
        return f"<{_where(self)}: {'set' if self.is_set() else 'unset'}>"


class Semaphore(_thread.Semaphore):
    """A counter that acquire() takes one from, waiting while it is zero."""

    def __repr__(self):
        return f"<{_where(self)}: value={self._value}>"


class BoundedSemaphore(Semaphore):
    """A semaphore that may not be released more often than it was acquired."""

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._bound()

    def __repr__(self):
        return f"<{_where(self)}: value={self._value}/{self._initial_value}>"


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Lets `parties` threads go on together, again and again."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        _thread.present(self._cond, "Barrier", self, None, self._cond)
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._count = 0
        self._state = 0   # 0 filling, 1 letting go, -1 being reset, -2 broken

    def __repr__(self):
        if self.broken:
            return f"<{_where(self)}: broken>"
        return f"<{_where(self)}: waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        """Waits for the others; returns this thread's number from 0 to parties - 1."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state == -1 or self._state == 1:
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._let_go()
                else:
                    self._wait_for_others(timeout)
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state != 0 and self._state != -2:
                    self._state = 0
                    self._cond.notify_all()

    def _let_go(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait_for_others(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        """Back to empty; whoever waits gets BrokenBarrierError."""
        with self._cond:
            if self._count > 0:
                if self._state == 0 or self._state == -2:
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        """Makes the barrier unusable; whoever waits, now or later, gets BrokenBarrierError."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


# --- Uncaught exceptions --------------------------------------------------------------------------------------

class ExceptHookArgs(tuple):
    """What threading.excepthook gets: exc_type, exc_value, exc_traceback, thread."""

    def __new__(cls, args):
        args = tuple(args)
        if len(args) != 4:
            raise TypeError(f"_thread._ExceptHookArgs() takes a 4-sequence ({len(args)}-sequence given)")
        return tuple.__new__(cls, args)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return (f"_thread._ExceptHookArgs(exc_type={self[0]!r}, exc_value={self[1]!r}, "
                f"exc_traceback={self[2]!r}, thread={self[3]!r})")


def _tell(heading, exception):
    """The exception's traceback under a heading, on what sys.stderr is now."""
    import sys
    if sys.stderr is sys.__stderr__:
        _thread.report(heading, exception)
    elif sys.stderr is not None:
        import traceback
        sys.stderr.write(heading + "".join(traceback.format_exception(exception)))
        sys.stderr.flush()


def excepthook(args, /):
    """Reports an exception that a thread did not catch."""
    if args.exc_type is SystemExit:
        return
    name = get_ident() if args.thread is None else args.thread.name
    value = args.exc_type() if args.exc_value is None else args.exc_value
    _tell(f"Exception in thread {name}:\n", value)


__excepthook__ = excepthook


def _report(thread, exception):
    hook = excepthook   # the module's name, which a program may have bound to its own
    try:
        hook(ExceptHookArgs((type(exception), exception, exception.__traceback__, thread)))
    except SystemExit:
        pass
    except BaseException as error:
        import sys
        if sys.excepthook is sys.__excepthook__:
            _tell("Exception in threading.excepthook:\n", error)
        else:
            sys.stderr.write("Exception in threading.excepthook:\n")
            sys.excepthook(type(error), error, error.__traceback__)


# --- Threads --------------------------------------------------------------------------------------------------

_number = 0
_number_lock = Lock()
_thread.present(_number_lock, "Other", None, "numbering of threads", _number_lock)


def _new_name(template):
    global _number
    with _number_lock:
        _number += 1
        return template % _number


class Thread:
    """A thread of control: start() has run() called in it, once."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _new_name("Thread-%d")
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread()._daemonic if daemon is None else daemon
        self._ident = None
        self._started = Event()
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started.is_set():
            status = "started" if self.is_alive() else "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        """Starts the thread and returns when it has begun."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        _thread.present(self._started, "Event", None, f"start of {self._name}", self._started)
        _thread.start(self, self._bootstrap, self._name, bool(self._daemonic))
        self._started.wait()

    def run(self):
        """What the thread does; by default it calls the target."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        _used_locals[self._ident] = []
        self._started.set()
        try:
            self.run()
        except SystemExit:
            return
        except BaseException as error:
            _report(self, error)
        else:
            return
        finally:
            for kept in _used_locals.pop(self._ident):
                kept.pop(self._ident, None)
        raise SystemExit   # reported already: tells the machine how the thread ended

    def join(self, timeout=None):
        """Waits until the thread has ended or the time is over."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self._ident == get_ident():
            raise RuntimeError("cannot join current thread")
        _thread.join(self._ident, timeout)

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and _thread.is_alive(self._ident)

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._ident is not None:
            _thread.rename(self._ident, self._name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return None if self._ident is None else _thread.native_id_of(self._ident)

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _old("isDaemon", "the daemon attribute", "get")
        return self.daemon

    def setDaemon(self, daemonic):
        _old("setDaemon", "the daemon attribute", "set")
        self.daemon = daemonic

    def getName(self):
        _old("getName", "the name attribute", "get")
        return self.name

    def setName(self, name):
        _old("setName", "the name attribute", "set")
        self.name = name


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        self._ident = _thread.main_ident()
        self._started.set()
        _thread.adopt(self._ident, self)


class _DummyThread(Thread):
    """Stands for a thread that _thread.start_new_thread() made."""

    def __init__(self):
        Thread.__init__(self, name=_new_name("Dummy-%d"), daemon=True)
        self._ident = get_ident()
        self._started.set()
        _thread.adopt(self._ident, self)

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


class Timer(Thread):
    """Calls a function after `interval` seconds, unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def current_thread():
    """The Thread that runs this."""
    thread = _thread.current()
    return _DummyThread() if thread is None else thread


def currentThread():
    _old("currentThread", "current_thread()")
    return current_thread()


def main_thread():
    return _main_thread


def __getattr__(name):
    if name == "_active":
        return {thread.ident: thread for thread in enumerate()}
    raise AttributeError(f"module 'threading' has no attribute '{name}'")


def enumerate():
    """The threads that are alive."""
    return _thread.threads()


def active_count():
    return len(_thread.threads())


def activeCount():
    _old("activeCount", "active_count()")
    return active_count()


def settrace(func):
    raise NotImplementedError("threading.settrace() is not supported here")


def setprofile(func):
    raise NotImplementedError("threading.setprofile() is not supported here")


def gettrace():
    return None


def getprofile():
    return None


# --- Data of each thread's own ----------------------------------------------------------------------------------

class _local:
    """Attributes that every thread has for itself."""

    __module__ = "_thread"

    def __new__(cls, /, *args, **kw):
        if (args or kw) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local__all", {})
        object.__setattr__(self, "_local__arguments", (args, kw))
        # __init__ runs for this thread when __new__ has returned, so only its dict is made here.
        all_of_them = object.__getattribute__(self, "_local__all")
        ident = get_ident()
        all_of_them[ident] = {}
        if ident in _used_locals:
            _used_locals[ident].append(all_of_them)
        return self

    def __getattribute__(self, name):
        own = _dict_of(self)
        if name == "__dict__":
            return own
        if name in own:
            return own[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            if type(self) is not local:
                raise
        raise AttributeError(f"'_thread._local' object has no attribute '{name}'", name=name, obj=self)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        kind = getattr(type(self), name, None)
        if hasattr(type(kind), "__set__"):
            object.__setattr__(self, name, value)
        else:
            _dict_of(self)[name] = value

    def __delattr__(self, name):
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        own = _dict_of(self)
        if name not in own:
            raise AttributeError(f"'{'_thread._local' if type(self) is local else type(self).__name__}' object has no "
                                 f"attribute '{name}'", name=name, obj=self)
        del own[name]


_used_locals = {}   # ident of a Thread → what local objects keep by thread, to be cleared at its end


def _dict_of(instance):
    all_of_them = object.__getattribute__(instance, "_local__all")
    ident = get_ident()
    own = all_of_them.get(ident)
    if own is None:
        if ident in _used_locals:
            _used_locals[ident].append(all_of_them)
        for other in list(all_of_them):
            if not _thread.is_alive(other):
                all_of_them.pop(other, None)
        own = all_of_them[ident] = {}
        args, kw = object.__getattribute__(instance, "_local__arguments")
        cls = type(instance)
        if cls.__init__ is not object.__init__:
            cls.__init__(instance, *args, **kw)
    return own


local = _thread._local = _local


# --- The end of the program -------------------------------------------------------------------------------------

_at_shutdown = []


def _register_atexit(func, *args, **kwargs):
    """Has func called when the program is done, before other threads are waited for."""
    if not _at_shutdown:
        _runtime.at_shutdown(0, _run_at_shutdown)
    _at_shutdown.append((func, args, kwargs))


def _run_at_shutdown():
    while _at_shutdown:
        func, args, kwargs = _at_shutdown.pop()
        func(*args, **kwargs)


_main_thread = None
_main_thread = _MainThread()
