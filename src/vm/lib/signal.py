"""Signals: there are none here, so a handler is kept and never called."""

SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGKILL, SIGALRM, SIGTERM = 1, 2, 3, 6, 9, 14, 15
SIGUSR1, SIGUSR2, SIGCHLD, SIGPIPE = 10, 12, 17, 13
SIG_DFL = 0
SIG_IGN = 1


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler}


def signal(signalnum, handler):
    """Keeps the handler and returns the one before; it is never called."""
    import threading
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    old = _handlers.get(signalnum, SIG_DFL)
    _handlers[signalnum] = handler
    return old


def getsignal(signalnum):
    return _handlers.get(signalnum, SIG_DFL)


def _refused(name):
    def refuse(*args):
        raise OSError(f"signal.{name}() is not supported here: a page has no signals")
    refuse.__name__ = name
    return refuse


alarm = _refused("alarm")
pause = _refused("pause")
raise_signal = _refused("raise_signal")
setitimer = _refused("setitimer")
pthread_kill = _refused("pthread_kill")


def strsignal(signalnum):
    return {SIGINT: "Interrupt", SIGTERM: "Terminated", SIGKILL: "Killed"}.get(signalnum)
