import _thread, time
def print_time(name, delay):
    for c in range(2):
        time.sleep(delay); print('%s: %d' % (name, c))
try:
    _thread.start_new_thread(print_time, ('T-1', .1)); _thread.start_new_thread(print_time, ('T-2', .35))
except: print('Error: unable to start thread')
time.sleep(1.2)
lock = _thread.allocate_lock(); lock.acquire()
def f(a, k=0): print(a, k); lock.release()
i = _thread.start_new_thread(f, (1,), {"k": 2}); lock.acquire(); print(type(i)); print(lock.locked())
def dies(): raise RuntimeError('low')
_thread.start_new_thread(dies, ()); time.sleep(.3)
def ex(): _thread.exit()
_thread.start_new_thread(ex, ()); time.sleep(.2)
for a in [(f,), (1, ()), (f, 1), (f, (), 3)]:
    try: _thread.start_new_thread(*a)
    except TypeError as e: print(e)
print(_thread.error, _thread.LockType, _thread.TIMEOUT_MAX, _thread._count())

# expect: T-1: 0
# expect: T-1: 1
# expect: T-2: 0
# expect: T-2: 1
# expect: 1 2
# expect: <class 'int'>
# expect: True
# expect: start_new_thread expected at least 2 arguments, got 1
# expect: first arg must be callable
# expect: 2nd arg must be a tuple
# expect: optional 3rd arg must be a dictionary
# expect: <class 'RuntimeError'> <class '_thread.lock'> 9223372036.0 0
# expect-stderr: RuntimeError: low
