"""threading.local with __init__: run in each thread that uses it."""
import threading


class Data(threading.local):
    kind = "class attribute"

    def __init__(self, start):
        self.items = [start]


data = Data(7)


def work():
    data.items.append(8)
    print(data.items, data.kind)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(data.items, sorted(data.__dict__))
del data.items
print(hasattr(data, "items"))
try:
    data.missing
except AttributeError as error:
    print(error)

# expect: [7, 8] class attribute
# expect: [7] ['items']
# expect: False
# expect: 'Data' object has no attribute 'missing'
