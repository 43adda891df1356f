# The traceback of a thread goes where sys.stderr points.
import contextlib, io, sys, threading
def boom(): raise ValueError('caught by redirection')
with contextlib.redirect_stderr(io.StringIO()) as out:
    t = threading.Thread(target=boom, name='B'); t.start(); t.join()
lines = out.getvalue().splitlines(); print(lines[0], '...', lines[-1])
old, sys.stderr = sys.stderr, io.StringIO()
def bad_hook(args): raise RuntimeError('hook failed')
threading.excepthook = bad_hook
t = threading.Thread(target=boom); t.start(); t.join()
text, sys.stderr = sys.stderr.getvalue(), old
print(text.splitlines()[0], text.splitlines()[-1])
threading.excepthook = threading.__excepthook__
sys.stderr = None; t = threading.Thread(target=lambda: print('no stderr')); t.start(); t.join(); sys.stderr = old

# expect: Exception in thread B: ... ValueError: caught by redirection
# expect: Exception in threading.excepthook: RuntimeError: hook failed
# expect: no stderr
