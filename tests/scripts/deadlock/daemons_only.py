# Workers that wait for ever are cut off when only they are left: that is no deadlock.
import queue, threading
q = queue.Queue(); ev = threading.Event(); lock = threading.Lock(); lock.acquire()
def worker():
    while True:
        item = q.get(); print('did', item); q.task_done()
for target in (worker, ev.wait, lock.acquire): threading.Thread(target=target, daemon=True).start()
for i in range(3): q.put(i)
q.join(); print('all done')

# expect: did 0
# expect: did 1
# expect: did 2
# expect: all done
