# sleep takes its time, at least; several sleeps overlap.
# gil: 3.10 3.9 off
import time
from threading import Thread


def attempt(f, *args):
    try:
        print(f(*args))
    except BaseException as error:
        print(type(error).__name__, error)


begin = time.perf_counter()
time.sleep(0.05)
print(0.05 <= time.perf_counter() - begin < 2)
# expect: True
attempt(time.sleep, 0)
# expect: None
attempt(time.sleep, True - 1)
# expect: None
attempt(time.sleep, -1)
# expect: ValueError sleep length must be non-negative
attempt(time.sleep, "x")
# expect: TypeError 'str' object cannot be interpreted as an integer
attempt(time.sleep, float("nan"))
# expect: ValueError Invalid value NaN (not a number)
attempt(time.sleep, 1e300)
# expect: OverflowError timestamp out of range for platform time_t
begin = time.monotonic()
threads = [Thread(target=time.sleep, args=(0.1,)) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(time.monotonic() - begin < 0.9)
# expect: True
