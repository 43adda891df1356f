import threading, queue
class Worker(threading.Thread):
    def __init__(self, tasks, results):
        threading.Thread.__init__(self)
        self.tasks = tasks
        self.results = results
        self.daemon = True
        self.start()
    def run(self):
        while True:
            func, args, kargs = self.tasks.get()
            try:
                self.results.append(func(*args, **kargs))
            except Exception as e:
                self.results.append(repr(e))
            finally:
                self.tasks.task_done()
class ThreadPool:
    def __init__(self, num_threads):
        self.tasks = queue.Queue(num_threads)
        self.results = []
        for _ in range(num_threads): Worker(self.tasks, self.results)
    def add_task(self, func, *args, **kargs):
        self.tasks.put((func, args, kargs))
    def map(self, func, args_list):
        for args in args_list: self.add_task(func, args)
    def wait_completion(self):
        self.tasks.join()
p = ThreadPool(3)
p.map(lambda x: 100 / x, [1, 2, 4, 0, 5])
p.add_task(divmod, 17, 5)
p.add_task(int, 'ff', base=16)
p.add_task(int, 'zz', base=16)
p.add_task({}.__getitem__, 'k')
p.wait_completion()
print(sorted(map(str, p.results)))
print(p.tasks.unfinished_tasks, p.tasks.empty(), p.tasks.full(), p.tasks.qsize(), p.tasks.maxsize)
print(threading.active_count(), [t.daemon for t in threading.enumerate()])
try:
    p.tasks.task_done()
except ValueError as e:
    print(e)

# expect: ['(3, 2)', '100.0', '20.0', '25.0', '255', '50.0', "KeyError('k')", 'ValueError("invalid literal for int() with base 16: \'zz\'")', "ZeroDivisionError('division by zero')"]
# expect: 0 True False 0 3
# expect: 4 [False, True, True, True]
# expect: task_done() called too many times
