# MainThread's exception is reported at once; the process still waits for the other threads and exits with 1.
# expect-exit: 1
# expect-stderr: Traceback \(most recent call last\):\n
# expect-stderr: RuntimeError: main\n
from threading import Thread
from time import sleep


def late():
    sleep(0.05)
    print("late")
    # expect: late


Thread(target=late).start()
raise RuntimeError("main")
