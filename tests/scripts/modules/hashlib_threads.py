# Several threads hash long data at once, some into one object: no update is lost or torn.
import hashlib
import threading

data = bytes(range(256)) * 2000
results = [None] * 4


def alone(i):
    h = hashlib.sha256()
    for _ in range(5):
        h.update(data)
    results[i] = h.hexdigest()


threads = [threading.Thread(target=alone, args=(i,)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(set(results)), results[0] == hashlib.sha256(data * 5).hexdigest())

shared = hashlib.md5()


def together():
    for _ in range(10):
        shared.update(data)
        shared.update(b'short')


threads = [threading.Thread(target=together) for _ in range(3)]
for t in threads:
    t.start()
while any(t.is_alive() for t in threads):
    shared.hexdigest()
for t in threads:
    t.join()
# The order of the pieces is open, but every piece is whole: only so many bytes were hashed, and the object works.
print(len(shared.digest()), shared.copy().digest() == shared.digest())

# expect: 1 True
# expect: 16 True
