# threading.excepthook can be replaced; its own exceptions are reported, too.
# expect-stderr: ^Exception in threading\.excepthook:\nTraceback \(most recent call last\):\n
# expect-stderr: ZeroDivisionError: division by zero\n
import threading


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name)


def task():
    raise KeyError("k")


def run():
    thread = threading.Thread(target=task)
    thread.start()
    thread.join()


threading.excepthook = hook
run()
# expect: KeyError 'k' Thread-1 (task)
threading.excepthook = lambda args: 1 / 0
run()
threading.excepthook = threading.__excepthook__
print("done")
# expect: done
