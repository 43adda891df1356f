import threading, time, signal, _thread
stop = threading.Event()
def w():
    while not stop.is_set(): stop.wait(.01)
    print('worker stopped')
t = threading.Thread(target=w); t.start()
try:
    time.sleep(.02)
    raise KeyboardInterrupt
except KeyboardInterrupt:
    print('Ctrl+C'); stop.set()
t.join()
try: signal.signal(signal.SIGINT, lambda s, f: None); print('ok')
except ValueError as e: print(e)
print(signal.SIGINT, signal.Signals.SIGTERM.name)
raise KeyboardInterrupt

# expect: Ctrl+C
# expect: worker stopped
# expect: ok
# expect: 2 SIGTERM
# expect-stderr: KeyboardInterrupt
# expect-exit: 130
