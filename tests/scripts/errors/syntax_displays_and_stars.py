texts = [
    'x = 5 5', 'x = a b', 'a b', 'x = [1 2]', 'x = {1 2}', 'x = (1 2)', 'f(1 2)', 'x = {1: 2, 3}', 'x = {1, 2: 3}',
    'x = {1: }', 'x = {1:2 3:4}', 'x = {**a for a in b}', '[*a for a in b]', '(*a)', '*a', '*a = 1', 'a, *b, *c = d',
    'x = *a', 'print(*)', '(a, b): int = 1', 'a, b: int', '[a]: int', 'f(): int = 1', 'x: int = ',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'x = 5 5' | SyntaxError | invalid syntax | 1 7 1 8
# expect: 'x = a b' | SyntaxError | invalid syntax | 1 7 1 8
# expect: 'a b' | SyntaxError | invalid syntax | 1 3 1 4
# expect: 'x = [1 2]' | SyntaxError | invalid syntax. Perhaps you forgot a comma? | 1 6 1 9
# expect: 'x = {1 2}' | SyntaxError | invalid syntax. Perhaps you forgot a comma? | 1 6 1 9
# expect: 'x = (1 2)' | SyntaxError | invalid syntax. Perhaps you forgot a comma? | 1 6 1 9
# expect: 'f(1 2)' | SyntaxError | invalid syntax. Perhaps you forgot a comma? | 1 3 1 6
# expect: 'x = {1: 2, 3}' | SyntaxError | ':' expected after dictionary key | 1 12 1 0
# expect: 'x = {1, 2: 3}' | SyntaxError | invalid syntax | 1 10 1 11
# expect: 'x = {1: }' | SyntaxError | expression expected after dictionary key and ':' | 1 7 1 8
# expect: 'x = {1:2 3:4}' | SyntaxError | invalid syntax. Perhaps you forgot a comma? | 1 8 1 11
# expect: 'x = {**a for a in b}' | SyntaxError | dict unpacking cannot be used in dict comprehension | 1 6 1 8
# expect: '[*a for a in b]' | SyntaxError | iterable unpacking cannot be used in comprehension | 1 2 1 4
# expect: '(*a)' | SyntaxError | cannot use starred expression here | 1 2 1 4
# expect: '*a' | SyntaxError | can't use starred expression here | 1 1 1 3
# expect: '*a = 1' | SyntaxError | starred assignment target must be in a list or tuple | 1 1 1 3
# expect: 'a, *b, *c = d' | SyntaxError | multiple starred expressions in assignment | 1 1 1 10
# expect: 'x = *a' | SyntaxError | can't use starred expression here | 1 5 1 7
# expect: 'print(*)' | SyntaxError | invalid syntax | 1 8 1 9
# expect: '(a, b): int = 1' | SyntaxError | only single target (not tuple) can be annotated | 1 1 1 7
# expect: 'a, b: int' | SyntaxError | only single target (not tuple) can be annotated | 1 1 1 2
# expect: '[a]: int' | SyntaxError | only single target (not list) can be annotated | 1 1 1 4
# expect: 'f(): int = 1' | SyntaxError | illegal target for annotation | 1 1 1 4
# expect: 'x: int = ' | SyntaxError | invalid syntax | 1 10 1 10
