# repr() of threads in every state.
from threading import Event, Thread, current_thread, main_thread


def shown(thread):
    print(re_number(repr(thread)))


def re_number(text):
    words = text.split(" ")
    return " ".join("N" + w[-2:] if w.rstrip(")>").isdigit() else w for w in words)


def task():
    event.wait()


event = Event()
thread = Thread(target=task)
shown(thread)
# expect: <Thread(Thread-1 (task), initial)>
thread.start()
shown(thread)
# expect: <Thread(Thread-1 (task), started N)>
event.set()
thread.join()
shown(thread)
# expect: <Thread(Thread-1 (task), stopped N)>
daemon = Thread(target=task, daemon=True, name="d")
shown(daemon)
# expect: <Thread(d, initial daemon)>
shown(main_thread())
# expect: <_MainThread(MainThread, started N)>
