from collections import defaultdict
from enum import Enum, auto
from dataclasses import dataclass
import threading, queue, time
class Kind(Enum):
    START = auto(); DATA = auto(); STOP = auto()
@dataclass(frozen=True)
class Message:
    kind: Kind
    body: object = None
class EventBus:
    def __init__(self):
        self._subs = defaultdict(list); self._q = queue.Queue(); self._t = threading.Thread(target=self._loop, name='bus', daemon=True); self._t.start()
    def on(self, kind):
        def reg(f): self._subs[kind].append(f); return f
        return reg
    def emit(self, kind, body=None): self._q.put(Message(kind, body))
    def _loop(self):
        while True:
            m = self._q.get()
            for f in self._subs[m.kind]: f(m)
            self._q.task_done()
            if m.kind is Kind.STOP: break
    def close(self): self.emit(Kind.STOP); self._t.join()
bus = EventBus()
@bus.on(Kind.DATA)
def show(m): print('got', m)
@bus.on(Kind.DATA)
def upper(m): print(str(m.body).upper(), threading.current_thread().name)
@bus.on(Kind.STOP)
def bye(m):
    match m:
        case Message(kind=Kind.STOP): print('bye', m.kind, m.kind.name, m.kind.value, repr(m.kind))
bus.emit(Kind.DATA, 'hello'); bus.emit(Kind.DATA, {'a': [1, 2]}); bus.close()
try: Message(Kind.START).body = 3
except Exception as e: print(type(e).__name__, e)
print(list(Kind), Kind['DATA'], Kind(3), hash(Message(Kind.START)) == hash(Message(Kind.START)))

# expect: got Message(kind=<Kind.DATA: 2>, body='hello')
# expect: HELLO bus
# expect: got Message(kind=<Kind.DATA: 2>, body={'a': [1, 2]})
# expect: {'A': [1, 2]} bus
# expect: bye Kind.STOP STOP 3 <Kind.STOP: 3>
# expect: FrozenInstanceError cannot assign to field 'body'
# expect: [<Kind.START: 1>, <Kind.DATA: 2>, <Kind.STOP: 3>] Kind.DATA Kind.STOP True
