def show(eg, depth=0):
    print("  " * depth + repr(eg))
    for e in eg.exceptions:
        if isinstance(e, BaseExceptionGroup): show(e, depth + 1)
def make(): return ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("sub", [KeyError("k"), ValueError(2)])])
try: raise make()
except* ValueError as eg: show(eg); print(eg.message, len(eg.exceptions))
except* (TypeError, KeyError) as eg: show(eg)
try:
    try: raise make()
    except* ValueError: pass
except ExceptionGroup as rest: show(rest)
try:
    try: raise make()
    except* ValueError as eg: raise RuntimeError("new")
    except* TypeError: print("types")
except ExceptionGroup as e: show(e); print(repr(e.__context__))
try: raise ValueError("bare")
except* ValueError as eg: print(repr(eg), type(eg).__name__)
try:
    try: raise make()
    except* TypeError: raise
except ExceptionGroup as e: show(e)
eg = make()
print(eg.split(ValueError))
print(eg.subgroup(lambda e: isinstance(e, KeyError)))
print(eg.subgroup(OSError), eg.derive([OSError(1)]))
print(str(eg), eg.args)
class G(ExceptionGroup):
    def derive(self, excs): return G(self.message, excs)
m, r = G("g", [ValueError(1), KeyError(2)]).split(KeyError)
print(type(m), type(r), m, r)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for src in ["try: pass\nexcept* ExceptionGroup: pass", "try: raise ValueError\nexcept* ExceptionGroup: pass", "try: raise ValueError\nexcept* 5: pass", "for i in [1]:\n try: pass\n except* A: break", "def f():\n try: pass\n except* A: return 1", "ExceptionGroup('', [])", "ExceptionGroup('m', [1])", "ExceptionGroup('m', ValueError())"]:
    try: exec(src)
    except Exception as e: print(src.split("\n")[-1].strip(), "->", type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
try:
    raise ExceptionGroup("n", [ValueError("x")])
except* ValueError as e:
    pass
else: print("else")
finally: print("finally")
try: pass
except* ValueError: pass
else: print("else ran")
try: print(e)
except NameError as err: print(err)

# expect: ExceptionGroup('top', [ValueError(1), ExceptionGroup('sub', [ValueError(2)])])
# expect:   ExceptionGroup('sub', [ValueError(2)])
# expect: top 2
# expect: ExceptionGroup('top', [TypeError('t'), ExceptionGroup('sub', [KeyError('k')])])
# expect:   ExceptionGroup('sub', [KeyError('k')])
# expect: ExceptionGroup('top', [TypeError('t'), ExceptionGroup('sub', [KeyError('k')])])
# expect:   ExceptionGroup('sub', [KeyError('k')])
# expect: types
# expect: ExceptionGroup('', [RuntimeError('new'), ExceptionGroup('top', [ExceptionGroup('sub', [KeyError('k')])])])
# expect:   ExceptionGroup('top', [ExceptionGroup('sub', [KeyError('k')])])
# expect:     ExceptionGroup('sub', [KeyError('k')])
# expect: None
# expect: ExceptionGroup('', (ValueError('bare'),)) ExceptionGroup
# expect: ExceptionGroup('top', [ValueError(1), TypeError('t'), ExceptionGroup('sub', [KeyError('k'), ValueError(2)])])
# expect:   ExceptionGroup('sub', [KeyError('k'), ValueError(2)])
# expect: (ExceptionGroup('top', [ValueError(1), ExceptionGroup('sub', [ValueError(2)])]), ExceptionGroup('top', [TypeError('t'), ExceptionGroup('sub', [KeyError('k')])]))
# expect: top (1 sub-exception)
# expect: None top (1 sub-exception)
# expect: top (3 sub-exceptions) ('top', [ValueError(1), TypeError('t'), ExceptionGroup('sub', [KeyError('k'), ValueError(2)])])
# expect: <class '__main__.G'> <class '__main__.G'> g (1 sub-exception) g (1 sub-exception)
# expect: ExceptionGroup BaseExceptionGroup
# expect: except* ExceptionGroup: pass -> TypeError catching ExceptionGroup with except* is not allowed. Use except instead.
# expect: except* 5: pass -> TypeError catching classes that do not inherit from BaseException is not allowed
# expect: except* A: break -> SyntaxError 'break', 'continue' and 'return' cannot appear in an except* block
# expect: except* A: return 1 -> SyntaxError 'break', 'continue' and 'return' cannot appear in an except* block
# expect: ExceptionGroup('', []) -> ValueError second argument (exceptions) must be a non-empty sequence
# expect: ExceptionGroup('m', [1]) -> ValueError Item 0 of second argument (exceptions) is not an exception
# expect: ExceptionGroup('m', ValueError()) -> TypeError second argument (exceptions) must be a sequence
# expect: finally
# expect: else ran
# expect: name 'e' is not defined
