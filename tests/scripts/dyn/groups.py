def show(f):
    try:
        f()
    except BaseException as e:
        print(repr(e))
def one():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [KeyError(3)])])
    except* ValueError as e:
        print("V", e.exceptions, repr(e))
    except* (TypeError, KeyError) as e:
        print("T", e, repr(e))
show(one)
def two():
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError:
        print("caught")
show(two)
def three():
    try:
        raise ValueError("bare")
    except* ValueError as e:
        print(repr(e))
show(three)
def four():
    try:
        raise ExceptionGroup("g", [ValueError(1), OSError(2)])
    except* ValueError as e:
        raise RuntimeError("x")
show(four)
def five():
    try:
        pass
    except* ValueError:
        print("no")
    else:
        print("else")
    finally:
        print("finally")
show(five)
g = ExceptionGroup("top", [ValueError("a"), ExceptionGroup("in", [TypeError("b"), ValueError("c")])])
print(g.split(ValueError), g.subgroup(TypeError), g.subgroup(lambda e: "c" in str(e)), g.message, str(g), g.args)
for f in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: BaseExceptionGroup("b", [KeyboardInterrupt()]), lambda: BaseExceptionGroup("b", [ValueError()])):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

# expect: V (ValueError(1),) ExceptionGroup('g', [ValueError(1)])
# expect: T g (2 sub-exceptions) ExceptionGroup('g', [TypeError(2), ExceptionGroup('h', [KeyError(3)])])
# expect: caught
# expect: ExceptionGroup('g', [OSError(2)])
# expect: ExceptionGroup('', (ValueError('bare'),))
# expect: ExceptionGroup('', [RuntimeError('x'), ExceptionGroup('g', [OSError(2)])])
# expect: else
# expect: finally
# expect: (ExceptionGroup('top', [ValueError('a'), ExceptionGroup('in', [ValueError('c')])]), ExceptionGroup('top', [ExceptionGroup('in', [TypeError('b')])])) top (1 sub-exception) top (2 sub-exceptions) top top (2 sub-exceptions) ('top', [ValueError('a'), ExceptionGroup('in', [TypeError('b'), ValueError('c')])])
# expect: ValueError second argument (exceptions) must be a non-empty sequence
# expect: ValueError Item 0 of second argument (exceptions) is not an exception
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: TypeError Cannot nest BaseExceptions in an ExceptionGroup
# expect: BaseExceptionGroup('b', [KeyboardInterrupt()])
# expect: ExceptionGroup('b', [ValueError()])
