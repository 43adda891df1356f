texts = [
    'x = 1;; y', '; x', 'if x: pass; else: pass', 'if x: y if z: w', 'def f() -> : pass', 'def f() pass',
    'def f: pass', 'def (): pass', 'class C\n pass', 'while 1 pass', 'for x in y pass', 'else', 'try\n pass',
    'with a b: pass', 'import a b', 'from a import b c', 'from a b', 'raise a b', 'global', 'nonlocal', 'del',
    'lambda (x): x', 'print(a b)', 'x = {a b: 1}', 'f(a, b c)', 'if a b: pass', 'while a b: pass', 'return a b',
    "'a' 'b' c", '1.e', '1.real', '1..real', '1 if 2 else 3 = 4', 'a, b = 1 = 2', '(a) = 1; (1) = a', 'a = 1 if 2',
    'with (a as b, c as 1): pass', 'with (a, b) as 1: pass', 'def f(a, b=1, *c, d, e=2, **g, h): pass', 'f(*a=1)',
    'f(a:=1, b=2, c:=3)', 'f(a=b:=1)',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'x = 1;; y' | SyntaxError | invalid syntax | 1 7 1 8
# expect: '; x' | SyntaxError | invalid syntax | 1 1 1 2
# expect: 'if x: pass; else: pass' | SyntaxError | invalid syntax | 1 13 1 17
# expect: 'if x: y if z: w' | SyntaxError | invalid syntax | 1 13 1 14
# expect: 'def f() -> : pass' | SyntaxError | expected ':' | 1 9 1 11
# expect: 'def f() pass' | SyntaxError | expected ':' | 1 9 1 13
# expect: 'def f: pass' | SyntaxError | expected '(' | 1 6 1 7
# expect: 'def (): pass' | SyntaxError | invalid syntax | 1 5 1 6
# expect: 'class C\n pass' | SyntaxError | expected ':' | 1 8 1 8
# expect: 'while 1 pass' | SyntaxError | invalid syntax | 1 9 1 13
# expect: 'for x in y pass' | SyntaxError | invalid syntax | 1 12 1 16
# expect: 'else' | SyntaxError | invalid syntax | 1 1 1 5
# expect: 'try\n pass' | SyntaxError | expected ':' | 1 4 1 4
# expect: 'with a b: pass' | SyntaxError | invalid syntax | 1 8 1 9
# expect: 'import a b' | SyntaxError | invalid syntax | 1 10 1 11
# expect: 'from a import b c' | SyntaxError | invalid syntax | 1 17 1 18
# expect: 'from a b' | SyntaxError | invalid syntax | 1 8 1 9
# expect: 'raise a b' | SyntaxError | invalid syntax | 1 9 1 10
# expect: 'global' | SyntaxError | invalid syntax | 1 7 1 7
# expect: 'nonlocal' | SyntaxError | invalid syntax | 1 9 1 9
# expect: 'del' | SyntaxError | invalid syntax | 1 4 1 4
# expect: 'lambda (x): x' | SyntaxError | Lambda expression parameters cannot be parenthesized | 1 8 1 11
# expect: 'print(a b)' | SyntaxError | invalid syntax. Perhaps you forgot a comma? | 1 7 1 10
# expect: 'x = {a b: 1}' | SyntaxError | invalid syntax. Perhaps you forgot a comma? | 1 6 1 9
# expect: 'f(a, b c)' | SyntaxError | invalid syntax. Perhaps you forgot a comma? | 1 6 1 9
# expect: 'if a b: pass' | SyntaxError | invalid syntax | 1 6 1 7
# expect: 'while a b: pass' | SyntaxError | invalid syntax | 1 9 1 10
# expect: 'return a b' | SyntaxError | invalid syntax | 1 10 1 11
# expect: "'a' 'b' c" | SyntaxError | invalid syntax | 1 9 1 10
# expect: '1.e' | SyntaxError | invalid decimal literal | 1 2 1 2
# expect: '1.real' | SyntaxError | invalid decimal literal | 1 2 1 2
# expect: '1..real' compiles
# expect: '1 if 2 else 3 = 4' | SyntaxError | cannot assign to conditional expression | 1 1 1 14
# expect: 'a, b = 1 = 2' | SyntaxError | cannot assign to literal | 1 8 1 9
# expect: '(a) = 1; (1) = a' | SyntaxError | cannot assign to literal here. Maybe you meant '==' instead of '='? | 1 11 1 12
# expect: 'a = 1 if 2' | SyntaxError | expected 'else' after 'if' expression | 1 5 1 11
# expect: 'with (a as b, c as 1): pass' | SyntaxError | cannot assign to literal | 1 20 1 21
# expect: 'with (a, b) as 1: pass' | SyntaxError | cannot assign to literal | 1 16 1 17
# expect: 'def f(a, b=1, *c, d, e=2, **g, h): pass' | SyntaxError | arguments cannot follow var-keyword argument | 1 32 1 33
# expect: 'f(*a=1)' | SyntaxError | invalid syntax | 1 5 1 6
# expect: 'f(a:=1, b=2, c:=3)' | SyntaxError | positional argument follows keyword argument | 1 18 1 19
# expect: 'f(a=b:=1)' | SyntaxError | invalid syntax | 1 6 1 8
