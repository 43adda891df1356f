# Copies of deques, also of subclasses and in threads.
import copy, threading
from collections import deque
class Last(deque):
    def __init__(self, items=(), maxlen=2): super().__init__(items, maxlen)
d = deque([[1], [2], [3]], maxlen=2)
shallow, deep = copy.copy(d), copy.deepcopy(d)
d[0].append('x'); print(d, shallow, deep, deep.maxlen)
l = Last('abc'); print(l, type(copy.copy(l)).__name__, copy.deepcopy(l))
def w(): print(copy.deepcopy({'q': deque([1, deque()])}))
t = threading.Thread(target=w); t.start(); t.join()

# expect: deque([[2, 'x'], [3]], maxlen=2) deque([[2, 'x'], [3]], maxlen=2) deque([[2], [3]], maxlen=2) 2
# expect: Last(['b', 'c'], maxlen=2) Last Last(['b', 'c'], maxlen=2)
# expect: {'q': deque([1, deque([])])}
