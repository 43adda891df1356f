import sys, threading
def hook(t, e, tb):
    print("hook", t.__name__, e, tb.tb_lineno)
sys.excepthook = hook
def th(args):
    print("thread hook", args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = th
t = threading.Thread(target=lambda: 1 / 0, name="T"); t.start(); t.join()
raise ValueError("last")

# expect: thread hook ZeroDivisionError division by zero T
# expect: hook ValueError last 9
# expect-exit: 1
