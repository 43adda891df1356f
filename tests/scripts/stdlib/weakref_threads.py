import weakref, gc, threading, time
class Node:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'Node({self.n})'
n = Node(1); r = weakref.ref(n); print(r(), r() is n)
d = weakref.WeakValueDictionary(); d['a'] = n; print(dict(d), len(d))
def f(): print(r())
t = threading.Thread(target=f); t.start(); t.join()
del n; gc.collect(); print(r(), len(d))
class Obs:
    def __init__(self): self.s = weakref.WeakSet()
    def add(self, o): self.s.add(o)
o = Obs(); x = Node(2); o.add(x); print(list(o.s)); del x; gc.collect(); print(len(o.s))
print(gc.isenabled(), isinstance(gc.get_count(), tuple))
fin = weakref.finalize(o, print, 'finalized'); print(fin.alive); fin(); print(fin.alive)
wr = weakref.ref(threading.current_thread()); print(wr() is threading.main_thread())

# expect: Node(1) True
# expect: {'a': Node(1)} 1
# expect: Node(1)
# expect: None 0
# expect: [Node(2)]
# expect: 0
# expect: True True
# expect: True
# expect: finalized
# expect: False
# expect: True
