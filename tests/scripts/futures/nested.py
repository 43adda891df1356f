"""A worker may submit to another executor."""
from concurrent.futures import ThreadPoolExecutor

outer = ThreadPoolExecutor(2)
inner = ThreadPoolExecutor(2)


def twice(x):
    return inner.submit(lambda: 2 * x).result()


print(list(outer.map(twice, range(4))))
outer.shutdown()
inner.shutdown()

# expect: [0, 2, 4, 6]
