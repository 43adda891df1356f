import threading, time
gun = threading.Event(); order = []
class Runner(threading.Thread):
    def __init__(self, n, pace): super().__init__(name=f'runner-{n}'); self.pace = pace
    def run(self): gun.wait(); time.sleep(self.pace); order.append(self.name)
rs = [Runner(i, p) for i, p in enumerate((.9, .1, .5), 1)]
for r in rs: r.start()
print('ready', sum(r.is_alive() for r in rs), order); gun.set()
for r in rs: r.join()
for place, name in enumerate(order, start=1): print(f'{place}. {name:>10}')

# expect: ready 3 []
# expect: 1.   runner-2
# expect: 2.   runner-3
# expect: 3.   runner-1
