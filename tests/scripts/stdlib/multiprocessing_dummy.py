"""multiprocessing.dummy: the interface of processes over threads."""
from multiprocessing import cpu_count, current_process
from multiprocessing.dummy import Pool, Process, Queue


def work(queue, n):
    queue.put(n * n)


queue = Queue()
processes = [Process(target=work, args=(queue, n)) for n in range(3)]
for p in processes:
    p.start()
for p in processes:
    p.join()
print(sorted(queue.get() for _ in range(3)), processes[0].exitcode)
with Pool(2) as pool:
    print(pool.map(len, ["a", "bb"]))
print(current_process().name, cpu_count() >= 1)

# expect: [0, 1, 4] 0
# expect: [1, 2]
# expect: MainProcess True
