"""What threading.excepthook gets."""
import threading


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, args.thread.name, len(args))


threading.excepthook = hook
thread = threading.Thread(target=lambda: 1 / 0, name="T")
thread.start()
thread.join()
try:
    threading.ExceptHookArgs((1, 2))
except TypeError as error:
    print(error)

# expect: ZeroDivisionError division by zero True T 4
# expect: _thread._ExceptHookArgs() takes a 4-sequence (2-sequence given)
