import threading, random, time
class Philosopher(threading.Thread):
    running = True
    def __init__(self, index, left, right, meals):
        super().__init__(name=f'Philosopher-{index}')
        self.index, self.left, self.right = index, left, right
        self.meals = meals
        self.eaten = 0
    def run(self):
        first, second = sorted((self.left, self.right), key=id)
        while self.eaten < self.meals:
            with first, second:
                self.dine()
    def dine(self):
        self.eaten += 1
        time.sleep(0.001)
forks = [threading.Lock() for _ in range(5)]
ps = [Philosopher(i, forks[i % 5], forks[(i + 1) % 5], 3) for i in range(5)]
random.seed(507129)
random.shuffle(order := list(range(5)))
print(order)
for i in order: ps[i].start()
for p in ps: p.join()
for p in ps: print(f'{p.name:>15}|{p.eaten:<3}|{p.eaten:^5}|')
print(all(not f.locked() for f in forks), Philosopher.running)

# expect: [0, 1, 4, 2, 3]
# expect:   Philosopher-0|3  |  3  |
# expect:   Philosopher-1|3  |  3  |
# expect:   Philosopher-2|3  |  3  |
# expect:   Philosopher-3|3  |  3  |
# expect:   Philosopher-4|3  |  3  |
# expect: True True
