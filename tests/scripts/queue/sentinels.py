import queue, threading
# One sentinel for each worker ends a pool.
q = queue.Queue()
done = []
def worker(name):
    while (item := q.get()) is not StopIteration:
        done.append(item)
    done.append('end')
ts = [threading.Thread(target=worker, args=(i,)) for i in range(3)]
for t in ts: t.start()
for i in range(10): q.put(i)
for _ in ts: q.put(StopIteration)
for t in ts: t.join()
print(sorted(map(str, done)), q.qsize())

# expect: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'end', 'end', 'end'] 0
