# raise_signal() calls the handler at once.
# not-cpython
import signal

signal.signal(signal.SIGINT, lambda number, frame: print("got", number))
signal.raise_signal(signal.SIGINT)
print("after")
# expect: got 2
# expect: after
