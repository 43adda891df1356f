texts = [
    'return 1', 'yield 1', 'break', 'continue', 'for x in y: pass\nelse: break', 'def f():\n  break',
    'while 1:\n def g(): continue',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'return 1' | SyntaxError | 'return' outside function | 1 1 1 9
# expect: 'yield 1' | SyntaxError | 'yield' outside function | 1 1 1 8
# expect: 'break' | SyntaxError | 'break' outside loop | 1 1 1 6
# expect: 'continue' | SyntaxError | 'continue' not properly in loop | 1 1 1 9
# expect: 'for x in y: pass\nelse: break' | SyntaxError | 'break' outside loop | 2 7 2 12
# expect: 'def f():\n  break' | SyntaxError | 'break' outside loop | 2 3 2 8
# expect: 'while 1:\n def g(): continue' | SyntaxError | 'continue' not properly in loop | 2 11 2 19
