import signal, threading
print(signal.SIGINT, repr(signal.SIGTERM), signal.Signals(2).name, signal.SIGINT == 2, signal.SIG_DFL)
def handler(signum, frame): print('got', signal.Signals(signum).name)
old = signal.signal(signal.SIGINT, handler); print(old is signal.default_int_handler, signal.getsignal(signal.SIGINT) is handler)
signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)
try: signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt: print('interrupted')
def in_thread():
    try: signal.signal(signal.SIGTERM, handler)
    except ValueError as e: print(e)
t = threading.Thread(target=in_thread); t.start(); t.join()
try: signal.signal(signal.SIGINT, 'x')
except TypeError as e: print(e)

# expect: 2 <Signals.SIGTERM: 15> SIGINT True 0
# expect: True True
# expect: got SIGINT
# expect: interrupted
# expect: signal only works in main thread of the main interpreter
# expect: signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
