import atexit, threading, time, sys
@atexit.register
def bye(): print('atexit', threading.active_count())
atexit.register(print, 'second', sep='')
def late(): time.sleep(.4); print('late done')
def dmn():
    try:
        time.sleep(5); print('never')
    finally: print('never either')
threading.Thread(target=late).start()
threading.Thread(target=dmn, daemon=True).start()
print('main end')
sys.exit('message to stderr')

# expect: main end
# expect: late done
# expect: second
# expect: atexit 2
# expect-stderr: message to stderr
# expect-exit: 1
