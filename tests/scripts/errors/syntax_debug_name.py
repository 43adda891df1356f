texts = [
    '__debug__ = 1', 'def f(__debug__): pass', 'f(__debug__=1)', 'x.__debug__ = 1', 'del __debug__',
    'import __debug__',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: '__debug__ = 1' | SyntaxError | cannot assign to __debug__ | 1 1 1 10
# expect: 'def f(__debug__): pass' | SyntaxError | cannot assign to __debug__ | 1 1 1 23
# expect: 'f(__debug__=1)' | SyntaxError | cannot assign to __debug__ | 1 1 1 15
# expect: 'x.__debug__ = 1' | SyntaxError | cannot assign to __debug__ | 1 1 1 12
# expect: 'del __debug__' | SyntaxError | cannot delete __debug__ | 1 5 1 14
# expect: 'import __debug__' | SyntaxError | cannot assign to __debug__ | 1 1 1 17
