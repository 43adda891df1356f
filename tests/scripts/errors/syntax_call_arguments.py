texts = [
    'f(a=1, 2)', 'f(**a, *b)', 'f(**a, b)', 'f(a=1, a=2)', 'f(1=2)', 'f(a.b=1)', 'f(None=1)', 'f(x for x in y, 1)',
    'f(1, x for x in y)', 'f(a for a in b, c for c in d)',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'f(a=1, 2)' | SyntaxError | positional argument follows keyword argument | 1 9 1 10
# expect: 'f(**a, *b)' | SyntaxError | iterable argument unpacking follows keyword argument unpacking | 1 8 1 9
# expect: 'f(**a, b)' | SyntaxError | positional argument follows keyword argument unpacking | 1 9 1 10
# expect: 'f(a=1, a=2)' | SyntaxError | keyword argument repeated: a | 1 8 1 11
# expect: 'f(1=2)' | SyntaxError | expression cannot contain assignment, perhaps you meant "=="? | 1 3 1 5
# expect: 'f(a.b=1)' | SyntaxError | expression cannot contain assignment, perhaps you meant "=="? | 1 3 1 7
# expect: 'f(None=1)' | SyntaxError | cannot assign to None | 1 3 1 8
# expect: 'f(x for x in y, 1)' | SyntaxError | Generator expression must be parenthesized | 1 3 1 15
# expect: 'f(1, x for x in y)' | SyntaxError | Generator expression must be parenthesized | 1 6 1 18
# expect: 'f(a for a in b, c for c in d)' | SyntaxError | Generator expression must be parenthesized | 1 3 1 15
