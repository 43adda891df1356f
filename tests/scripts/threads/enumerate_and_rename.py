import threading, time
ev = threading.Event()
ts = [threading.Thread(target=ev.wait, name=f'w{i}', daemon=i % 2 == 0) for i in range(4)]
for t in ts: t.start()
for t in threading.enumerate(): print(f'{t.name:<12}{t.daemon!s:>6}{t.is_alive()!s:>6}', t is threading.main_thread())
print(sum(1 for t in threading.enumerate() if t.daemon)); ev.set()
for t in threading.enumerate():
    if t is threading.current_thread(): continue
    t.join()
print(threading.enumerate() == [threading.main_thread()])
main = threading.current_thread(); main.name = 'Boss'; print(threading.current_thread().name, threading.main_thread().name)
def f(): print(threading.current_thread().name, threading.main_thread().name, threading.current_thread() is not threading.main_thread()); threading.current_thread().name = 'renamed'; print(threading.current_thread().name)
t = threading.Thread(target=f, name='orig'); t.start(); t.join(); print(t.name)

# expect: MainThread   False  True True
# expect: w0            True  True False
# expect: w1           False  True False
# expect: w2            True  True False
# expect: w3           False  True False
# expect: 2
# expect: True
# expect: Boss Boss
# expect: orig Boss True
# expect: renamed
# expect: renamed
