"""WeakMethod and proxy."""
import gc
import weakref


class Greeter:
    def __init__(self, name):
        self.name = name

    def greet(self):
        return "hello " + self.name


greeter = Greeter("ann")
method = weakref.WeakMethod(greeter.greet)
proxy = weakref.proxy(greeter)
print(method()(), proxy.name, proxy.greet())
proxy.name = "bob"
print(greeter.name)

# expect: hello ann ann hello ann
# expect: bob
