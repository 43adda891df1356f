"""Locks cannot be copied."""
import copy
import threading

for thing in (threading.Lock(), threading.RLock()):
    try:
        copy.deepcopy({"lock": thing})
    except TypeError as error:
        print(error)

# expect: cannot pickle '_thread.lock' object
# expect: cannot pickle '_thread.RLock' object
