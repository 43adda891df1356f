"""Signals: nobody sends any here, so a handler is kept, and called only by raise_signal()."""

import enum
import _thread

Signals = enum.IntEnum("Signals", {
    "SIGHUP": 1, "SIGINT": 2, "SIGQUIT": 3, "SIGABRT": 6, "SIGKILL": 9, "SIGUSR1": 10, "SIGSEGV": 11, "SIGUSR2": 12,
    "SIGPIPE": 13, "SIGALRM": 14, "SIGTERM": 15, "SIGCHLD": 17, "SIGCONT": 18, "SIGSTOP": 19}, module=__name__)
Handlers = enum.IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module=__name__)
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def _known(signalnum):
    if not 0 < signalnum < NSIG:
        raise ValueError("signal number out of range")


def signal(signalnum, handler):
    """Keeps the handler and returns the one before."""
    if _thread.get_ident() != _thread.main_ident():
        raise ValueError("signal only works in main thread of the main interpreter")
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    _known(signalnum)
    if signalnum in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    old = _handlers.get(signalnum, SIG_DFL)
    _handlers[signalnum] = handler if callable(handler) else Handlers(handler)
    return old


def getsignal(signalnum):
    _known(signalnum)
    return _handlers.get(signalnum, SIG_DFL)


def valid_signals():
    return set(Signals)


def raise_signal(signalnum):
    """Calls the handler at once; only MainThread can."""
    handler = getsignal(signalnum)
    if not callable(handler) and handler == SIG_IGN:
        return
    if not callable(handler) or _thread.get_ident() != _thread.main_ident():
        raise OSError("signal.raise_signal() is supported here only in MainThread and with a handler")
    import sys
    handler(int(signalnum), sys._getframe(1))


def _refused(name):
    def refuse(*args):
        raise OSError(f"signal.{name}() is not supported here: a page has no signals")
    refuse.__name__ = name
    return refuse


alarm = _refused("alarm")
pause = _refused("pause")
setitimer = _refused("setitimer")
pthread_kill = _refused("pthread_kill")


def strsignal(signalnum):
    _known(signalnum)
    return {SIGINT: "Interrupt", SIGTERM: "Terminated", SIGKILL: "Killed", SIGHUP: "Hangup",
            SIGALRM: "Alarm clock"}.get(signalnum)
