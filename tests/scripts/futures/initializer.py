"""The initializer runs once in every worker."""
import threading
from concurrent.futures import ThreadPoolExecutor

data = threading.local()


def prepare(value):
    data.value = value


with ThreadPoolExecutor(2, initializer=prepare, initargs=("ready",)) as executor:
    print([executor.submit(lambda: data.value).result() for _ in range(3)])
print(hasattr(data, "value"))

# expect: ['ready', 'ready', 'ready']
# expect: False
