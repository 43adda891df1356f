import threading, random
random.seed(3)
ING = ['tobacco', 'paper', 'matches']
class Table:
    def __init__(self): self.sems = {i: threading.Semaphore(0) for i in ING}; self.agent = threading.Semaphore(1); self.count = dict.fromkeys(ING, 0); self.over = False
    def deal(self, n):
        for _ in range(n):
            self.agent.acquire(); missing = random.choice(ING); self.sems[missing].release()
        self.agent.acquire(); self.over = True
        for s in self.sems.values(): s.release()
    def smoke(self, ing):
        while True:
            self.sems[ing].acquire()
            if self.over: return
            self.count[ing] += 1; self.agent.release()
t = Table(); ts = [threading.Thread(target=t.smoke, args=(i,)) for i in ING] + [threading.Thread(target=t.deal, args=(10,))]
for x in ts: x.start()
for x in ts: x.join()
print(t.count, sum(t.count.values()))

# expect: {'tobacco': 3, 'paper': 2, 'matches': 5} 10
