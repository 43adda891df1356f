"""An exception of a mapped call is raised when its turn comes."""
from concurrent.futures import ThreadPoolExecutor


def invert(x):
    return 1 / x


with ThreadPoolExecutor(2) as executor:
    results = executor.map(invert, [1, 2, 0, 4])
    print(next(results))
    print(next(results))
    try:
        next(results)
    except ZeroDivisionError as error:
        print("raised:", error)
    try:
        next(results)
    except StopIteration:
        print("the rest is gone")

# expect: 1.0
# expect: 0.5
# expect: raised: division by zero
# expect: the rest is gone
