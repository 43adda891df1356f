"""Functions for the end, last registered first, after other threads."""
import atexit
import threading
import time


@atexit.register
def first():
    print("registered first")


def say(text, end="."):
    print(text + end)


atexit.register(say, "registered second", end="!")
atexit.register(say, "taken back")
atexit.unregister(say)
atexit.register(say, "again")
threading.Thread(target=lambda: (time.sleep(0.05), print("thread"))).start()
print("main")

# expect: main
# expect: thread
# expect: again.
# expect: registered first
