# The class of a lock is told without its module.
# not-cpython
import threading

try:
    threading.Lock().nothing
except AttributeError as error:
    print(error)
# expect: 'lock' object has no attribute 'nothing'
