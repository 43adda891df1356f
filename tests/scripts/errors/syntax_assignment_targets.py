texts = [
    '1 = x', 'f() = 1', 'x + 1 = 2', 'None = 1', 'True = 1', '(a, 1) = 2', '[a, f()] = 1', 'a.b() = 1', "'a' = 1",
    "f'a' = 1", 'x if y = 1', 'lambda: x = 1', '(yield) = 1', '{a: 1} = 2', 'a < b = 1', 'not a = 1', 'x := 1',
    '(x.y := 1)', '(x[0] := 1)',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: '1 = x' | SyntaxError | cannot assign to literal here. Maybe you meant '==' instead of '='? | 1 1 1 2
# expect: 'f() = 1' | SyntaxError | cannot assign to function call here. Maybe you meant '==' instead of '='? | 1 1 1 4
# expect: 'x + 1 = 2' | SyntaxError | cannot assign to expression here. Maybe you meant '==' instead of '='? | 1 1 1 6
# expect: 'None = 1' | SyntaxError | cannot assign to None | 1 1 1 5
# expect: 'True = 1' | SyntaxError | cannot assign to True | 1 1 1 5
# expect: '(a, 1) = 2' | SyntaxError | cannot assign to literal | 1 5 1 6
# expect: '[a, f()] = 1' | SyntaxError | cannot assign to function call | 1 5 1 8
# expect: 'a.b() = 1' | SyntaxError | cannot assign to function call here. Maybe you meant '==' instead of '='? | 1 1 1 6
# expect: "'a' = 1" | SyntaxError | cannot assign to literal here. Maybe you meant '==' instead of '='? | 1 1 1 4
# expect: "f'a' = 1" | SyntaxError | cannot assign to f-string expression here. Maybe you meant '==' instead of '='? | 1 1 1 5
# expect: 'x if y = 1' | SyntaxError | expected 'else' after 'if' expression | 1 1 1 7
# expect: 'lambda: x = 1' | SyntaxError | cannot assign to lambda | 1 1 1 10
# expect: '(yield) = 1' | SyntaxError | cannot assign to yield expression here. Maybe you meant '==' instead of '='? | 1 2 1 7
# expect: '{a: 1} = 2' | SyntaxError | cannot assign to dict literal here. Maybe you meant '==' instead of '='? | 1 1 1 7
# expect: 'a < b = 1' | SyntaxError | cannot assign to comparison | 1 1 1 6
# expect: 'not a = 1' | SyntaxError | cannot assign to expression | 1 1 1 6
# expect: 'x := 1' | SyntaxError | invalid syntax | 1 3 1 5
# expect: '(x.y := 1)' | SyntaxError | cannot use assignment expressions with attribute | 1 2 1 5
# expect: '(x[0] := 1)' | SyntaxError | cannot use assignment expressions with subscript | 1 2 1 6
