import contextvars
import threading

name = contextvars.ContextVar("name", default="nobody")
token = name.set("main")
seen = {}


def worker(who):
    seen[who, "before"] = name.get()
    name.set(who)
    seen[who, "after"] = name.get()


threads = [threading.Thread(target=worker, args=(w,)) for w in ("a", "b")]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(seen.items()), name.get())
context = contextvars.copy_context()
context.run(name.set, "inside")
print(name.get(), context[name], len(context), name in context, token.old_value is contextvars.Token.MISSING, token.var is name)
thread = threading.Thread(target=context.run, args=(worker, "c"))
thread.start()
thread.join()
print(seen["c", "before"], context[name])
name.reset(token)
print(name.get())
try:
    name.reset(token)
except RuntimeError as e:
    print("used" in str(e))
try:
    contextvars.ContextVar("none").get()
except LookupError as e:
    print("LookupError")

# expect: [(('a', 'after'), 'a'), (('a', 'before'), 'nobody'), (('b', 'after'), 'b'), (('b', 'before'), 'nobody')] main
# expect: main inside 1 True True True
# expect: inside c
# expect: nobody
# expect: True
# expect: LookupError
