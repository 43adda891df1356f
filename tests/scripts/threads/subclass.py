# A subclass overrides run().
# gil: 3.10 3.9 off
from threading import Thread


class Square(Thread):
    def __init__(self, n):
        super().__init__(name=f"square of {n}")
        self.n = n
        self.result = None

    def run(self):
        self.result = self.n * self.n


threads = [Square(n) for n in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([thread.result for thread in threads])
# expect: [0, 1, 4, 9, 16]
print(threads[3].name)
# expect: square of 3
