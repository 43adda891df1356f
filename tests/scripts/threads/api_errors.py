import threading, time
print(threading.main_thread() is threading.current_thread(), threading.get_ident() == threading.main_thread().ident)
def f(): time.sleep(.4)
t = threading.Thread(target=f, name='n1', daemon=True)
print(t.name, t.daemon, t.ident, t.native_id, t.is_alive())
for a in (lambda: t.join(), lambda: threading.current_thread().join(), lambda: setattr(threading.main_thread(), 'daemon', True)):
    try: a()
    except RuntimeError as e: print(e)
t.start()
try: t.start()
except RuntimeError as e: print(e)
try: t.daemon = False
except RuntimeError as e: print(e)
t.join(.001); print(t.is_alive(), isinstance(t.ident, int), isinstance(t.native_id, int)); t.join(); print(t.is_alive())
t.name = 42; print(t.name, type(t.name))
t.setName('old'); print(t.getName(), t.isDaemon())
for a in (lambda: threading.Thread(None, f, 'pos', (), {}).start(), lambda: threading.Thread(f), lambda: threading.Thread(target=f, args=5), lambda: threading.Thread(target=f, foo=1)):
    try: print(a())
    except Exception as e: print(type(e).__name__, e)
class NoInit(threading.Thread):
    def __init__(self): pass
for a in (lambda: NoInit().start(), lambda: NoInit().name, lambda: repr(NoInit()), lambda: NoInit().join(), lambda: NoInit().is_alive()):
    try: print(a())
    except Exception as e: print(type(e).__name__, e)

class P(threading.Thread): pass
print(P().name.split('-')[0], P(name='x').name, threading.Thread(target=lambda: 0).name.split(' ')[1], threading.Thread(target=print).name.split(' ')[1], threading.Thread(target=P).name[-3:])
print(threading.TIMEOUT_MAX, threading.stack_size(), threading.gettrace(), threading.ThreadError)
for x in (threading.Event(), threading.Condition(), threading.Semaphore(3), threading.BoundedSemaphore(2)): print(str(x).split(' at ')[0], str(x).split(': ')[-1][:8] if 'Cond' not in str(x) else '')
t = threading.Thread(target=f, args=5); t.start(); t.join()

# expect: True True
# expect: n1 True None None False
# expect: cannot join thread before it is started
# expect: cannot join current thread
# expect: cannot set daemon status of active thread
# expect: threads can only be started once
# expect: cannot set daemon status of active thread
# expect: True True True
# expect: False
# expect: 42 <class 'str'>
# expect: old True
# expect: None
# expect: AssertionError group argument must be None for now
# expect: <Thread(Thread-1 (f), initial)>
# expect: TypeError Thread.__init__() got an unexpected keyword argument 'foo'
# expect: RuntimeError thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: AssertionError Thread.__init__() was not called
# expect: RuntimeError Thread.__init__() not called
# expect: AssertionError Thread.__init__() not called
# expect: Thread x (<lambda>) (print) (P)
# expect: 9223372036.0 0 None <class 'RuntimeError'>
# expect: <threading.Event unset>
# expect: <Condition(<unlocked _thread.RLock object owner=0 count=0
# expect: <threading.Semaphore value=3>
# expect: <threading.BoundedSemaphore value=2/
# expect-stderr: Exception in thread Thread-6 \(f\):
# expect-stderr: TypeError: __main__\.f\(\) argument after \* must be an iterable, not int
