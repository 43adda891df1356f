import threading, sys, traceback
def hook(args):
    print(f'caught {args.exc_type.__name__}: {args.exc_value} in {args.thread.name}')
    print(traceback.format_tb(args.exc_traceback)[-1].splitlines()[-2 if sys.version_info >= (3, 11) and '^' in traceback.format_tb(args.exc_traceback)[-1] else -1].strip())
threading.excepthook = hook
def boom(n):
    raise ValueError('bad %d' % n)
t = threading.Thread(target=boom, args=(3,), name='bomber')
t.start(); t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=boom, args=(4,))
t.start(); t.join()
def quits():
    sys.exit(3)
t = threading.Thread(target=quits); t.start(); t.join()
def chained():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError('wrapped') from e
t = threading.Thread(target=chained); t.start(); t.join()
threading.Thread(target=boom).start()
print('main goes on')

# expect: caught ValueError: bad 3 in bomber
# expect: raise ValueError('bad %d' % n)
# expect: main goes on
# expect-stderr: Exception in thread Thread-1 \(boom\):
# expect-stderr: ValueError: bad 4
# expect-stderr: Exception in thread Thread-3 \(chained\):
# expect-stderr: ZeroDivisionError: division by zero
# expect-stderr: RuntimeError: wrapped
# expect-stderr: Exception in thread Thread-4 \(boom\):
# expect-stderr: TypeError: boom\(\) missing 1 required positional argument: 'n'
