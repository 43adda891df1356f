import threading
def worker(n, acc):
    if n > 0:
        t = threading.Thread(target=worker, args=(n - 1, acc)); t.start(); t.join()
    acc.append(n)
acc = []; t = threading.Thread(target=worker, args=(20, acc)); t.start(); t.join(); print(acc)
threads = []
for _ in range(3):
    for i in range(60):
        t = threading.Thread(target=acc.append, args=(i,)); threads.append(t); t.start()
    for t in threads: t.join()
print(len(acc), threading.active_count(), threads[-1].name)

# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
# expect: 201 1 Thread-201 (append)
