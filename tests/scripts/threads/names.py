# Names as CPython has given them since 3.10.
# gil: 3.10 3.9 off
from threading import Thread, current_thread, main_thread


def task():
    print(current_thread().name)


class Worker(Thread):
    def run(self):
        print(self.name, current_thread() is self)


def run(thread):
    thread.start()
    thread.join()


run(Thread(target=task))
# expect: Thread-1 (task)
run(Worker())
# expect: Thread-2 True
run(Thread(target=task, name="mine"))
# expect: mine
run(Thread(target=lambda: print(current_thread().name)))
# expect: Thread-3 (<lambda>)


class Callable:
    def __call__(self):
        print(current_thread().name)


run(Thread(target=Callable()))
# expect: Thread-4
thread = Thread(target=task)
print(thread.name)
# expect: Thread-5 (task)
thread.name = "other"
print(thread.name)
# expect: other
thread.name = 7
run(thread)
# expect: 7
print(main_thread().name, current_thread() is main_thread())
# expect: MainThread True
