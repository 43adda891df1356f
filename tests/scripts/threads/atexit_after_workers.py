import atexit, threading, time
atexit.register(lambda: print('last', threading.main_thread().is_alive(), threading.current_thread().name))
atexit.register(print, 'first', 'registered', sep='+')
def w(): time.sleep(.03); print('worker'); atexit.register(print, 'from worker')
threading.Thread(target=w).start(); print('main done')

# expect: main done
# expect: worker
# expect: from worker
# expect: first+registered
# expect: last False MainThread
