def g():
    print("start")
    try:
        x = yield 1
        print("got", x)
        try:
            y = yield 2
        except ValueError as e:
            print("caught", e)
            y = "fixed"
        print("y", y)
        yield 3
    finally:
        print("cleanup")
it = g()
print(next(it), it.send("hello"), it.throw(ValueError("boom")))
print(it.close(), it.close())
it = g()
try: it.send(5)
except TypeError as e: print(e)
try: it.throw(KeyError("before start"))
except KeyError as e: print("KeyError", e)
print(list(it))
def stubborn():
    try: yield
    except GeneratorExit: print("ignoring")
    yield
s = stubborn(); next(s)
try: s.close()
except RuntimeError as e: print(e)
def ret():
    yield 1
    return "result"
r = ret(); next(r)
try: next(r)
except StopIteration as e: print(repr(e.value), e.args)
try: next(r)
except StopIteration as e: print(repr(e.value))
def leak():
    yield 1
    raise StopIteration("inner")
try: list(leak())
except RuntimeError as e: print(e, "|", repr(e.__cause__))
def self_run():
    yield next(me)
me = self_run()
try: next(me)
except ValueError as e: print(e)
def returns_on_close():
    try: yield 1
    except GeneratorExit: return 5
c = returns_on_close(); next(c); print(c.close())
for bad in [(5,), ("a",), (ValueError, 1, 5), (int,), (ValueError(1), 2)]:
    t = ret(); next(t)
    try: t.throw(*bad)
    except BaseException as e: print(type(e).__name__, e)
t = ret(); next(t)
try: t.throw(ValueError, "text")
except ValueError as e: print(repr(e))
t = ret(); next(t)
try: t.throw(StopIteration(3))
except RuntimeError as e: print(e)
print(ret().gi_running, ret.__name__, ret().__name__, type(ret()).__name__, iter(t) is t)

# expect: start
# expect: got hello
# expect: caught boom
# expect: y fixed
# expect: 1 2 3
# expect: cleanup
# expect: None None
# expect: can't send non-None value to a just-started generator
# expect: KeyError 'before start'
# expect: []
# expect: ignoring
# expect: generator ignored GeneratorExit
# expect: 'result' ('result',)
# expect: None
# expect: generator raised StopIteration | StopIteration('inner')
# expect: generator already executing
# expect: None
# expect: TypeError exceptions must be classes or instances deriving from BaseException, not int
# expect: TypeError exceptions must be classes or instances deriving from BaseException, not str
# expect: TypeError throw() third argument must be a traceback object
# expect: TypeError exceptions must be classes or instances deriving from BaseException, not type
# expect: TypeError instance exception may not have a separate value
# expect: ValueError('text')
# expect: generator raised StopIteration
# expect: False ret ret generator True
