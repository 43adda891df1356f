from dataclasses import dataclass, field, asdict, replace, astuple, fields
from enum import IntEnum, Flag, auto
import queue, threading, itertools, time, heapq
class Pri(IntEnum): HIGH = 1; LOW = 9
class Perm(Flag): R = auto(); W = auto()
_ids = itertools.count(1)
@dataclass(order=True)
class Task:
    pri: Pri
    seq: int = field(default_factory=lambda: next(_ids))
    name: str = field(default='', compare=False)
    tags: list[str] = field(default_factory=list, compare=False, repr=False)
    def __post_init__(self): self.tags.append(self.pri.name.lower())
q = queue.PriorityQueue()
for p, n in ((Pri.LOW, 'a'), (Pri.HIGH, 'b'), (Pri.LOW, 'c'), (Pri.HIGH, 'd')): q.put(Task(p, name=n))
def w():
    while not q.empty(): t = q.get(); print(t, t.tags); q.task_done()
th = threading.Thread(target=w); th.start(); q.join(); th.join()
t = Task(Pri.LOW, name='z'); print(asdict(t), astuple(t), replace(t, name='y'), [f.name for f in fields(t)])
print(Perm.R | Perm.W, Perm.R in (Perm.R | Perm.W), repr(Perm(3)), Pri.HIGH < Pri.LOW, Pri.HIGH + 1, f'{Pri.HIGH}', str(Pri.LOW))
try: Task()
except TypeError as e: print(e)
h = [(5, 'x'), (1, 'y')]; heapq.heapify(h); print(heapq.heappushpop(h, (0, 'w')), heapq.nsmallest(1, h))

# expect: Task(pri=<Pri.HIGH: 1>, seq=2, name='b') ['high']
# expect: Task(pri=<Pri.HIGH: 1>, seq=4, name='d') ['high']
# expect: Task(pri=<Pri.LOW: 9>, seq=1, name='a') ['low']
# expect: Task(pri=<Pri.LOW: 9>, seq=3, name='c') ['low']
# expect: {'pri': <Pri.LOW: 9>, 'seq': 5, 'name': 'z', 'tags': ['low']} (<Pri.LOW: 9>, 5, 'z', ['low']) Task(pri=<Pri.LOW: 9>, seq=5, name='y') ['pri', 'seq', 'name', 'tags']
# expect: Perm.R|W True <Perm.R|W: 3> True 2 1 9
# expect: Task.__init__() missing 1 required positional argument: 'pri'
# expect: (0, 'w') [(1, 'y')]
