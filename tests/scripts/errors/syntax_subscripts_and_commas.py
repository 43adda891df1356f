texts = [
    'x = (', 'x = )', '}', 'x = a[', 'x = a[]', 'x = a[1:2:3:4]', 'x = a[b=1]', '...', 'x = ,', 'x = 1,,2', 'f(,)',
    'f(a,,b)', '[,]', '(,)',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'x = (' | SyntaxError | '(' was never closed | 1 5 1 0
# expect: 'x = )' | SyntaxError | unmatched ')' | 1 5 1 5
# expect: '}' | SyntaxError | unmatched '}' | 1 1 1 1
# expect: 'x = a[' | SyntaxError | '[' was never closed | 1 6 1 0
# expect: 'x = a[]' | SyntaxError | invalid syntax | 1 7 1 8
# expect: 'x = a[1:2:3:4]' | SyntaxError | invalid syntax | 1 12 1 13
# expect: 'x = a[b=1]' | SyntaxError | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 7 1 10
# expect: '...' compiles
# expect: 'x = ,' | SyntaxError | invalid syntax | 1 5 1 6
# expect: 'x = 1,,2' | SyntaxError | invalid syntax | 1 7 1 8
# expect: 'f(,)' | SyntaxError | invalid syntax | 1 3 1 4
# expect: 'f(a,,b)' | SyntaxError | invalid syntax | 1 5 1 6
# expect: '[,]' | SyntaxError | invalid syntax | 1 2 1 3
# expect: '(,)' | SyntaxError | invalid syntax | 1 2 1 3
