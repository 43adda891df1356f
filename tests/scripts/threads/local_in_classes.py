import threading, random
ctx = threading.local()
class Req(threading.local):
    kind = 'request'
    def __init__(self, user='anon'): self.user = user; self.log = []
    def note(self, x): self.log.append(x); return self
r = Req('root')
def work(i):
    try: ctx.value
    except AttributeError as e: print(e)
    ctx.value = i * i
    r.note(i).note(i + 1)
    print(ctx.value, r.user, r.log, r.kind, sorted(r.__dict__), ctx.__dict__)
for i in range(2):
    t = threading.Thread(target=work, args=(i,)); t.start(); t.join()
print(hasattr(ctx, 'value'), r.log, r.user)
ctx.x = 1; del ctx.x
try: del ctx.x
except AttributeError as e: print(e)
print(type(ctx), isinstance(r, threading.local), vars(ctx))
try: threading.local(1)
except TypeError as e: print(e)

# expect: '_thread._local' object has no attribute 'value'
# expect: 0 root [0, 1] request ['log', 'user'] {'value': 0}
# expect: '_thread._local' object has no attribute 'value'
# expect: 1 root [1, 2] request ['log', 'user'] {'value': 1}
# expect: False [] root
# expect: '_thread._local' object has no attribute 'x'
# expect: <class '_thread._local'> True {}
# expect: Initialization arguments are not supported
