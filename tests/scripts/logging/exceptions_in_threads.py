import logging, sys, threading
logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s')
def f(x): return 10 / x
def safe():
    try: f(0)
    except ZeroDivisionError: logging.error('division in %s', threading.current_thread().name)
    try: f('a')
    except TypeError as e: logging.error('kept short: %s', e)
threading.excepthook = lambda a: logging.error('uncaught in %s: %r', a.thread.name, a.exc_value)
for target in (safe, lambda: f(0)):
    t = threading.Thread(target=target, name='L'); t.start(); t.join()

# expect: ERROR division in L
# expect: ERROR kept short: unsupported operand type(s) for /: 'int' and 'str'
# expect: ERROR uncaught in L: ZeroDivisionError('division by zero')
