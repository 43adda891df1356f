"""A call's result comes back through its Future."""
from concurrent.futures import ThreadPoolExecutor


def power(base, exponent=2):
    return base ** exponent


with ThreadPoolExecutor(max_workers=2) as executor:
    first = executor.submit(power, 3)
    second = executor.submit(power, 2, exponent=10)
    print(first.result(), second.result())
    print(first.done(), first.running(), first.cancelled())
    print(first.exception())

# expect: 9 1024
# expect: True False False
# expect: None
