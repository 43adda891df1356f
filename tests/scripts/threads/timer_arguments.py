from threading import Timer
def hello(*args, **kwargs): print('hello', args, sorted(kwargs))
for a in ((.01, hello), (.01, hello, [1, 2]), (.01, hello, None, {'k': 1}), (.01, hello, (3,), {'z': 0, 'y': 1})):
    t = Timer(*a); t.start(); t.join()
try: Timer()
except TypeError as e: print(e)
try: Timer(1)
except TypeError as e: print(e)
t = Timer(10, hello); print(t.is_alive(), t.daemon); t.start(); print(t.is_alive()); t.cancel(); t.join(); print(t.is_alive())

# expect: hello () []
# expect: hello (1, 2) []
# expect: hello () ['k']
# expect: hello (3,) ['y', 'z']
# expect: Timer.__init__() missing 2 required positional arguments: 'interval' and 'function'
# expect: Timer.__init__() missing 1 required positional argument: 'function'
# expect: False False
# expect: True
# expect: False
