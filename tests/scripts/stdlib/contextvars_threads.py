import contextvars, threading
var = contextvars.ContextVar('var', default='dflt')
tok = var.set('main')
def f(): print(var.get()); var.set('thread'); print(var.get())
t = threading.Thread(target=f); t.start(); t.join()
ctx = contextvars.copy_context()
t = threading.Thread(target=ctx.run, args=(f,)); t.start(); t.join()
print(var.get(), ctx[var], var.name, var in ctx, len(ctx)); var.reset(tok); print(var.get())
try: contextvars.ContextVar('x').get()
except LookupError as e: print('LookupError', str(e)[:27])
try: var.reset(tok)
except RuntimeError as e: print(str(e)[-26:])

# expect: dflt
# expect: thread
# expect: main
# expect: thread
# expect: main thread var True 1
# expect: dflt
# expect: LookupError <ContextVar name='x' at 0x7
# expect: has already been used once
