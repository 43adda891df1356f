import sys, threading, os, time
def f():
    print('in thread'); sys.stdout.flush()
    sys.exit('thread says bye')
t = threading.Thread(target=f); t.start(); t.join(); print('main alive')
def g():
    try: sys.exit(2)
    except SystemExit as e: print('caught', e.code, repr(e))
    finally: print('fin')
t = threading.Thread(target=g); t.start(); t.join()
def h(): raise SystemExit
t = threading.Thread(target=h); t.start(); t.join()
def late():
    time.sleep(.05); print('late thread done')
threading.Thread(target=late).start()
def hard():
    print('hard exit', flush=True); os._exit(7)
try: sys.exit(5)
finally: print('cleanup')

# expect: in thread
# expect: main alive
# expect: caught 2 SystemExit(2)
# expect: fin
# expect: cleanup
# expect: late thread done
# expect-exit: 5
