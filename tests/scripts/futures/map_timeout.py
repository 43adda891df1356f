"""map(timeout=) raises TimeoutError when a result is late."""
import concurrent.futures
import time


def wait(seconds):
    time.sleep(seconds)
    return seconds


with concurrent.futures.ThreadPoolExecutor(2) as executor:
    try:
        for result in executor.map(wait, [0, 0.5], timeout=0.1):
            print("got", result)
    except concurrent.futures.TimeoutError:
        print("late")
print(concurrent.futures.TimeoutError is TimeoutError)

# expect: got 0
# expect: late
# expect: True
