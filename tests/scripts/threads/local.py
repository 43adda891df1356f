# threading.local: attributes that every thread has for itself.
import threading

data = threading.local()
data.x = 1


def task():
    print(hasattr(data, "x"))
    # expect: False
    data.x = 2
    print(data.x, data.__dict__)
    # expect: 2 {'x': 2}


thread = threading.Thread(target=task)
thread.start()
thread.join()
print(data.x)
# expect: 1
del data.x
try:
    data.x
except AttributeError:
    print("no x any more")
    # expect: no x any more


class Own(threading.local):
    kind = "class attribute"

    def __init__(self, start):
        self.n = start

    def bump(self):
        self.n += 1
        return self.n


own = Own(10)
print(own.bump(), own.bump(), own.kind)
# expect: 11 12 class attribute


def other():
    print(own.bump())
    # expect: 11


thread = threading.Thread(target=other)
thread.start()
thread.join()
print(own.n)
# expect: 12
try:
    threading.local(1)
except TypeError as error:
    print(error)
    # expect: Initialization arguments are not supported
