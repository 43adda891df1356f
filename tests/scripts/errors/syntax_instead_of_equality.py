texts = [
    'while x = 1: pass', 'if x = 1: pass', 'if x.a = 1: pass', 'f(x = 1 for x in y)', '[x = 1]', '(x = 1)', '{x = 1}',
    'x = (a = 1)', 'assert (a = 1)', 'return = 1', 'class = 1', 'def = 1', 'a.class = 1', 'import = 1', 'x = not',
    'x = a not b', 'x = a is', 'a <> b', 'a <= > b', 'a++', '++', 'a--',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'while x = 1: pass' | SyntaxError | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 7 1 12
# expect: 'if x = 1: pass' | SyntaxError | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 4 1 9
# expect: 'if x.a = 1: pass' | SyntaxError | cannot assign to attribute here. Maybe you meant '==' instead of '='? | 1 4 1 7
# expect: 'f(x = 1 for x in y)' | SyntaxError | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 3 1 6
# expect: '[x = 1]' | SyntaxError | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 2 1 7
# expect: '(x = 1)' | SyntaxError | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 2 1 7
# expect: '{x = 1}' | SyntaxError | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 2 1 7
# expect: 'x = (a = 1)' | SyntaxError | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 6 1 11
# expect: 'assert (a = 1)' | SyntaxError | invalid syntax. Maybe you meant '==' or ':=' instead of '='? | 1 9 1 14
# expect: 'return = 1' | SyntaxError | invalid syntax | 1 8 1 9
# expect: 'class = 1' | SyntaxError | invalid syntax | 1 7 1 8
# expect: 'def = 1' | SyntaxError | invalid syntax | 1 5 1 6
# expect: 'a.class = 1' | SyntaxError | invalid syntax | 1 3 1 8
# expect: 'import = 1' | SyntaxError | invalid syntax | 1 8 1 9
# expect: 'x = not' | SyntaxError | invalid syntax | 1 8 1 8
# expect: 'x = a not b' | SyntaxError | invalid syntax | 1 11 1 12
# expect: 'x = a is' | SyntaxError | invalid syntax | 1 9 1 9
# expect: 'a <> b' | SyntaxError | invalid syntax | 1 3 1 5
# expect: 'a <= > b' | SyntaxError | invalid syntax | 1 6 1 7
# expect: 'a++' | SyntaxError | invalid syntax | 1 4 1 4
# expect: '++' | SyntaxError | invalid syntax | 1 3 1 3
# expect: 'a--' | SyntaxError | invalid syntax | 1 4 1 4
