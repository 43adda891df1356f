import collections
import dataclasses
import datetime
import pickle
import threading


class Plain:
    def __init__(self):
        self.x, self.me = 1, self


class Slotted:
    __slots__ = ("a", "b")


class WithState:
    def __init__(self):
        self.kept, self.lock = 5, threading.Lock()

    def __getstate__(self):
        return {"kept": self.kept}

    def __setstate__(self, state):
        self.kept = state["kept"]
        self.lock = None


@dataclasses.dataclass
class Point:
    x: int
    y: int = 2


class Numbers(list):
    pass


Pair = collections.namedtuple("Pair", "a b")
p = pickle.loads(pickle.dumps(Plain()))
print(p.x, p.me is p)
s = Slotted()
s.a = 3
s = pickle.loads(pickle.dumps(s))
print(s.a, hasattr(s, "b"))
w = pickle.loads(pickle.dumps(WithState()))
print(w.kept, w.lock, pickle.loads(pickle.dumps(Point(1))), pickle.loads(pickle.dumps(Pair(1, 2))))
n = Numbers([1, 2])
n.name = "n"
n = pickle.loads(pickle.dumps(n))
print(type(n).__name__, n, n.name, pickle.loads(pickle.dumps(ValueError("bad", 3))).args, pickle.loads(pickle.dumps(Plain)) is Plain)
print(pickle.loads(pickle.dumps(datetime.date(2020, 1, 2))), pickle.loads(pickle.dumps(collections.OrderedDict(a=1))),
      pickle.loads(pickle.dumps(collections.deque([1, 2]))), pickle.loads(pickle.dumps(collections.Counter("aab"))))
for bad in (threading.Lock(), (x for x in ())):
    try:
        pickle.dumps(bad)
    except TypeError as e:
        print(e)
try:
    pickle.dumps(lambda: 0)
except pickle.PicklingError as e:
    print("PicklingError")

# expect: 1 True
# expect: 3 False
# expect: 5 None Point(x=1, y=2) Pair(a=1, b=2)
# expect: Numbers [1, 2] n ('bad', 3) True
# expect: 2020-01-02 OrderedDict([('a', 1)]) deque([1, 2]) Counter({'a': 2, 'b': 1})
# expect: cannot pickle '_thread.lock' object
# expect: cannot pickle 'generator' object
# expect: PicklingError
