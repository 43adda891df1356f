import sys
def g():
    try:
        raise ValueError("inside")
    except ValueError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]
it = g()
print(next(it), sys.exc_info()[0])
try:
    raise KeyError("outside")
except KeyError:
    print(next(it), sys.exc_info()[0])
    print(next(it), sys.exc_info()[0])
def ctx():
    yield 1
    raise TypeError("from generator")
c = ctx(); next(c)
try:
    try: raise KeyError("k")
    except KeyError: next(c)
except TypeError as e: print(repr(e.__context__))
def bare():
    yield
    raise
b = bare(); next(b)
try:
    try: raise KeyError("k")
    except KeyError: next(b)
except Exception as e: print(type(e).__name__, e)
def resume():
    try: yield 1
    except ValueError as e:
        print("ctx", repr(e.__context__))
        yield 2
r = resume(); next(r)
try: 1 / 0
except ZeroDivisionError: print(r.throw(ValueError("t")))
def cm():
    try: yield
    finally: print("sys", sys.exc_info()[0])
x = cm(); next(x)
try: x.throw(OSError("o"))
except OSError: print("raised on")
x = cm(); next(x); x.close()
print(sys.exc_info())

# expect: <class 'ValueError'> None
# expect: <class 'ValueError'> <class 'KeyError'>
# expect: <class 'KeyError'> <class 'KeyError'>
# expect: KeyError('k')
# expect: KeyError 'k'
# expect: ctx None
# expect: 2
# expect: sys <class 'OSError'>
# expect: raised on
# expect: sys <class 'GeneratorExit'>
# expect: (None, None, None)
