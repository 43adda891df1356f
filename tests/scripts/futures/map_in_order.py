"""map() gives results in the order of its arguments, whatever finishes first."""
import time
from concurrent.futures import ThreadPoolExecutor


def slow(seconds, name):
    time.sleep(seconds)
    return name


with ThreadPoolExecutor(3) as executor:
    print(list(executor.map(slow, [0.03, 0.02, 0.01], "abc")))
    print(list(executor.map(pow, (2, 3, 4), (5, 2, 1))))
    print(list(executor.map(str.upper, ["x", "y"], chunksize=10)))

# expect: ['a', 'b', 'c']
# expect: [32, 9, 4]
# expect: ['X', 'Y']
