# How exceptions of callbacks are chained.
import contextlib
def fail(e): raise e
def swallow(*details): print('swallowed', repr(details[1]), '<-', repr(details[1].__context__)); return True
try:
    with contextlib.ExitStack() as stack:
        stack.callback(fail, IndexError('i')); stack.callback(fail, KeyError('k'))
        stack.push(swallow); stack.callback(fail, ValueError('v'))
        1 / 0
except IndexError as e: print(repr(e), repr(e.__context__), e.__context__.__context__)

# expect: swallowed ValueError('v') <- ZeroDivisionError('division by zero')
# expect: IndexError('i') KeyError('k') None
