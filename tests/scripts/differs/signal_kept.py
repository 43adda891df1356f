# not-cpython
import signal

signal.signal(signal.SIGALRM, print)
print(signal.getsignal(signal.SIGALRM) is print, hasattr(signal, "alarm"))

# expect: True True
