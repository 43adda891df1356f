# A daemon thread is cut off at the end; the process waits for the others.
# gil: 3.10 3.9 off
from threading import Thread, main_thread
from time import sleep


def for_ever():
    try:
        while True:
            sleep(0.01)
    finally:
        print("never printed")


def spinning():
    while True:
        pass


def late():
    main_thread().join()  # it counts as ended while it waits for the others
    print("late")


thread = Thread(target=for_ever, daemon=True)
print(thread.daemon)
# expect: True
thread.start()
Thread(target=spinning, daemon=True).start()
Thread(target=late).start()


def inherits():
    print(Thread(target=late).daemon)
    # expect: True


child = Thread(target=inherits, daemon=True)
child.start()
child.join()
print("main ends")
# expect: main ends
# expect: late
