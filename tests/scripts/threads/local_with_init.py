import threading
class Conn(threading.local):
    count = 0
    lock = threading.Lock()
    def __init__(self, dsn):
        with Conn.lock: Conn.count += 1; self.id = Conn.count
        self.dsn = dsn
    @property
    def label(self): return f'{self.dsn}#{self.id}'
c = Conn('db')
def use(): print(c.label, sorted(vars(c).items())); c.extra = 1
for _ in range(3):
    t = threading.Thread(target=use); t.start(); t.join()
print(c.label, hasattr(c, 'extra'), Conn.count)
d = threading.local(); d.__dict__.update(x=1, y=2); print(d.x, d.y, d.__dict__)
try: d.z
except AttributeError as e: print(e)

# expect: db#2 [('dsn', 'db'), ('id', 2)]
# expect: db#3 [('dsn', 'db'), ('id', 3)]
# expect: db#4 [('dsn', 'db'), ('id', 4)]
# expect: db#1 False 4
# expect: 1 2 {'x': 1, 'y': 2}
# expect: '_thread._local' object has no attribute 'z'
