# _thread, below threading.
import _thread
import threading

done = _thread.allocate_lock()
done.acquire()


def task(a, b=0):
    print(a, b, threading.current_thread().name.split("-")[0])
    # expect: 1 2 Dummy
    done.release()


ident = _thread.start_new_thread(task, (1,), {"b": 2})
print(isinstance(ident, int)) if done.acquire() else None
# expect: True
for arguments in ((1, ()), (print, 1), (print, (), 1)):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as error:
        print(error)
# expect: first arg must be callable
# expect: 2nd arg must be a tuple
# expect: optional 3rd arg must be a dictionary
