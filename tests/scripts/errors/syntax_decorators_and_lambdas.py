texts = [
    '@', '@f', '@f\nx = 1', 'lambda', 'lambda x', 'x = lambda: (yield', 'a if b', 'a if b else', 'x = yield = 1',
    'a = b = 1 = c',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: '@' | SyntaxError | invalid syntax | 1 2 1 2
# expect: '@f' | SyntaxError | invalid syntax | 1 0 1 0
# expect: '@f\nx = 1' | SyntaxError | invalid syntax | 2 1 2 2
# expect: 'lambda' | SyntaxError | invalid syntax | 1 7 1 7
# expect: 'lambda x' | SyntaxError | invalid syntax | 1 9 1 9
# expect: 'x = lambda: (yield' | SyntaxError | '(' was never closed | 1 13 1 0
# expect: 'a if b' | SyntaxError | expected 'else' after 'if' expression | 1 1 1 7
# expect: 'a if b else' | SyntaxError | invalid syntax | 1 12 1 12
# expect: 'x = yield = 1' | SyntaxError | assignment to yield expression not possible | 1 5 1 10
# expect: 'a = b = 1 = c' | SyntaxError | cannot assign to literal | 1 9 1 10
