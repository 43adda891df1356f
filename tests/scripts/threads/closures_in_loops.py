import threading
out = []
ts = [threading.Thread(target=lambda: out.append(i)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(out, 'late binding')
out.clear()
ts = [threading.Thread(target=lambda i=i: out.append(i)) for i in range(3)]
for t in ts: t.start(); t.join()
print(out, 'default argument')
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
    ts = [threading.Thread(target=inc) for _ in range(5)]
    for t in ts: t.start(); t.join()
    return n
print(outer())

# expect: [2, 2, 2] late binding
# expect: [0, 1, 2] default argument
# expect: 5
