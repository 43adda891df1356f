texts = [
    'try: pass', 'try: pass\nx = 1', 'try: pass\nexcept: pass\nexcept A: pass', 'try: pass\nexcept A, B: pass',
    'try: pass\nexcept A: pass\nexcept* B: pass', 'try: pass\nexcept*: pass', 'try: pass\nfinally: pass\nelse: pass',
    'raise a, b', 'raise from x', 'global x, 1', 'x = 1\nglobal x', 'def f():\n x = 1\n global x',
    'def f():\n print(x)\n global x', 'def f(x):\n global x', 'def f(x):\n nonlocal x', 'nonlocal x',
    'def f():\n nonlocal y', 'def f():\n global x\n nonlocal x', 'assert', 'assert x,', 'pass 1', 'else: pass',
    'elif x: pass', 'if 1: pass\nelse: pass\nelse: pass',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'try: pass' | SyntaxError | expected 'except' or 'finally' block | 1 10 1 -1
# expect: 'try: pass\nx = 1' | SyntaxError | expected 'except' or 'finally' block | 2 1 2 2
# expect: 'try: pass\nexcept: pass\nexcept A: pass' | SyntaxError | default 'except:' must be last | 2 1 2 13
# expect: 'try: pass\nexcept A, B: pass' | SyntaxError | multiple exception types must be parenthesized | 2 8 2 12
# expect: 'try: pass\nexcept A: pass\nexcept* B: pass' | SyntaxError | cannot have both 'except' and 'except*' on the same 'try' | 3 1 3 8
# expect: 'try: pass\nexcept*: pass' | SyntaxError | expected one or more exception types | 2 8 2 9
# expect: 'try: pass\nfinally: pass\nelse: pass' | SyntaxError | invalid syntax | 3 1 3 5
# expect: 'raise a, b' | SyntaxError | invalid syntax | 1 8 1 9
# expect: 'raise from x' | SyntaxError | invalid syntax | 1 7 1 11
# expect: 'global x, 1' | SyntaxError | invalid syntax | 1 11 1 12
# expect: 'x = 1\nglobal x' | SyntaxError | name 'x' is assigned to before global declaration | 2 1 2 9
# expect: 'def f():\n x = 1\n global x' | SyntaxError | name 'x' is assigned to before global declaration | 3 2 3 10
# expect: 'def f():\n print(x)\n global x' | SyntaxError | name 'x' is used prior to global declaration | 3 2 3 10
# expect: 'def f(x):\n global x' | SyntaxError | name 'x' is parameter and global | 2 2 2 10
# expect: 'def f(x):\n nonlocal x' | SyntaxError | name 'x' is parameter and nonlocal | 2 2 2 12
# expect: 'nonlocal x' | SyntaxError | nonlocal declaration not allowed at module level | 1 1 1 11
# expect: 'def f():\n nonlocal y' | SyntaxError | no binding for nonlocal 'y' found | 2 2 2 12
# expect: 'def f():\n global x\n nonlocal x' | SyntaxError | name 'x' is nonlocal and global | 2 2 2 10
# expect: 'assert' | SyntaxError | invalid syntax | 1 7 1 7
# expect: 'assert x,' | SyntaxError | invalid syntax | 1 10 1 10
# expect: 'pass 1' | SyntaxError | invalid syntax | 1 6 1 7
# expect: 'else: pass' | SyntaxError | invalid syntax | 1 1 1 5
# expect: 'elif x: pass' | SyntaxError | invalid syntax | 1 1 1 5
# expect: 'if 1: pass\nelse: pass\nelse: pass' | SyntaxError | invalid syntax | 3 1 3 5
