import threading, traceback, sys, time
def inner(d): return d['missing']
def outer(): 

    try: inner(None)
    except TypeError as e:
        print(''.join(traceback.format_exception_only(type(e), e)), end='')
        print(type(e).__name__, e.args, e.__traceback__.tb_lineno)
        tb = sys.exc_info()[2]; print([f.name for f in traceback.extract_tb(tb)])
    raise SystemError('final')
t = threading.Thread(target=outer, name='tb'); t.start(); t.join()
class MyThread(threading.Thread):
    exc = None
    def run(self):
        try: super().run()
        except BaseException as e: self.exc = e
    def join(self, timeout=None):
        super().join(timeout)
        if self.exc: raise self.exc
t = MyThread(target=inner, args=({},)); t.start()
try: t.join()
except KeyError as e: print('re-raised in main', e)
threading.excepthook = lambda a: sys.stdout.write(''.join(traceback.format_exception(a.exc_type, a.exc_value, a.exc_traceback)[-1:]))
threading.Thread(target=inner, args=(3,)).start(); time.sleep(.05)
t = MyThread(target=inner, args=(3,)); t.start(); t.join()

# expect: TypeError: 'NoneType' object is not subscriptable
# expect: TypeError ("'NoneType' object is not subscriptable",) 5
# expect: ['outer', 'inner']
# expect: re-raised in main 'missing'
# expect: TypeError: 'int' object is not subscriptable
# expect-stderr: Exception in thread tb:
# expect-stderr: SystemError: final
# expect-stderr: TypeError: 'int' object is not subscriptable
# expect-exit: 1
