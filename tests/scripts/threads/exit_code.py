# sys.exit in MainThread waits for the others and gives the exit code; in another thread it only ends that.
# expect-exit: 7
import sys
from threading import Thread
from time import sleep


def late():
    sleep(0.03)
    print("late")
    # expect: late
    sys.exit(3)


Thread(target=late).start()
sys.exit(7)
