# Which threads are alive.
# gil: 3.10 off
import threading
from threading import Event, Thread

event = Event()
print(threading.active_count())
# expect: 1
threads = [Thread(target=event.wait, name=f"t{i}") for i in range(3)]
print(threading.active_count())
# expect: 1
for thread in threads:
    thread.start()
print(threading.active_count())
# expect: 4
print(sorted(t.name for t in threading.enumerate()))
# expect: ['MainThread', 't0', 't1', 't2']
print(all(t.is_alive() for t in threads))
# expect: True
idents = {t.ident for t in threading.enumerate()}
print(len(idents), threading.get_ident() in idents)
# expect: 4 True
event.set()
for thread in threads:
    thread.join()
print(threading.active_count(), threading.enumerate() == [threading.main_thread()])
# expect: 1 True
