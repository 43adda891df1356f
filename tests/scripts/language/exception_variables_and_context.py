def ctx(e):
    out = []
    while e is not None:
        out.append(f"{type(e).__name__}({e})" + (" from" if e.__cause__ else "") + (" suppressed" if e.__suppress_context__ else ""))
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
    return " <- ".join(out)
def a():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v")
def b():
    try: a()
    except ValueError as e: raise KeyError("k") from e
def c():
    try: b()
    except KeyError: raise IndexError("i") from None
def d():
    raise ValueError from KeyError
for f in (a, b, c, d):
    try: f()
    except Exception as e: print(ctx(e))
for src in ["raise 5", "raise", "raise ValueError from 5", "raise 'a'", "raise None", "raise ValueError(1) from None", "raise int", "raise KeyError, 1"]:
    try: exec(src)
    except BaseException as e: print(src, "->", type(e).__name__, e, e.__cause__, e.__suppress_context__)
try:
    try: raise ValueError("a")
    except TypeError: pass
    finally: print("finally")
except ValueError as e: print("outer", e)
try:
    try: 1 / 0
    except 5: pass
except TypeError as e: print(e, "|", repr(e.__context__))
try:
    try: 1 / 0
    except (ValueError, "x"): pass
except TypeError as e: print(e)
try: 1 / 0
except (ValueError, TypeError, ZeroDivisionError): print("tuple")
def re():
    try: raise ValueError("x")
    except ValueError:
        try: raise TypeError("y")
        except TypeError: pass
        raise
try: re()
except ValueError as e: print("reraised", e, e.__context__)
e = ValueError("loop")
try:
    try: raise e
    except ValueError: raise e
except ValueError as x: print(x is e, x.__context__)
class E(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
try: raise E
except TypeError as e: print(e)
try: raise E(1, 2)
except E as e: print(e, e.args, e.b, repr(e))
x = ValueError("n"); x.add_note("note 1"); print(x.__notes__)
try: x.add_note(5)
except TypeError as e: print(e)
try: x.__cause__ = 5
except TypeError as e: print(e)
try: x.__context__ = 5
except TypeError as e: print(e)
try: x.__traceback__ = 5
except TypeError as e: print(e)
print(x.with_traceback(None) is x, ValueError(), repr(ValueError("a", 1)), str(ValueError("a", 1)), str(KeyError("a")), repr(KeyError()), str(KeyError(1, 2)))

# expect: ValueError(v) <- ZeroDivisionError(division by zero)
# expect: KeyError('k') from suppressed <- ValueError(v) <- ZeroDivisionError(division by zero)
# expect: IndexError(i) suppressed
# expect: ValueError() from suppressed <- KeyError()
# expect: raise 5 -> TypeError exceptions must derive from BaseException None False
# expect: raise -> RuntimeError No active exception to reraise None False
# expect: raise ValueError from 5 -> TypeError exception causes must derive from BaseException None False
# expect: raise 'a' -> TypeError exceptions must derive from BaseException None False
# expect: raise None -> TypeError exceptions must derive from BaseException None False
# expect: raise ValueError(1) from None -> ValueError 1 None True
# expect: raise int -> TypeError exceptions must derive from BaseException None False
# expect: raise KeyError, 1 -> SyntaxError invalid syntax (<string>, line 1) None False
# expect: finally
# expect: outer a
# expect: catching classes that do not inherit from BaseException is not allowed | ZeroDivisionError('division by zero')
# expect: catching classes that do not inherit from BaseException is not allowed
# expect: tuple
# expect: reraised x None
# expect: True None
# expect: E.__init__() missing 2 required positional arguments: 'a' and 'b'
# expect: 1 (1,) 2 E(1)
# expect: ['note 1']
# expect: note must be a str, not 'int'
# expect: exception cause must be None or derive from BaseException
# expect: exception context must be None or derive from BaseException
# expect: __traceback__ must be a traceback or None
# expect: True  ValueError('a', 1) ('a', 1) 'a' KeyError() (1, 2)
