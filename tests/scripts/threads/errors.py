# What goes wrong, with CPython's texts.
import threading
from threading import Thread


def attempt(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
        print("no error")
    except BaseException as error:
        print(type(error).__name__, error)


thread = Thread(target=int)
attempt(thread.join)
# expect: RuntimeError cannot join thread before it is started
thread.start()
thread.join()
attempt(thread.start)
# expect: RuntimeError threads can only be started once
attempt(threading.current_thread().join)
# expect: RuntimeError cannot join current thread
attempt(Thread, group=1)
# expect: AssertionError group argument must be None for now
attempt(setattr, threading.main_thread(), "daemon", True)
# expect: RuntimeError cannot set daemon status of active thread


class Forgetful(Thread):
    def __init__(self):
        pass


attempt(Forgetful().start)
# expect: RuntimeError thread.__init__() not called
attempt(Forgetful().join)
# expect: RuntimeError Thread.__init__() not called
attempt(repr, Forgetful())
# expect: AssertionError Thread.__init__() was not called
attempt(threading.stack_size, 1)
# expect: ValueError size not valid: 1 bytes
print(threading.stack_size(), threading.TIMEOUT_MAX)
# expect: 0 9223372036.0


def self_join():
    attempt(threading.current_thread().join)
    # expect: RuntimeError cannot join current thread


thread = Thread(target=self_join)
thread.start()
thread.join()
