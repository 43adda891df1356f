texts = [
    'def f(a, a): pass', 'def f(a=1, b): pass', 'def f(*): pass', 'def f(*, **k): pass', 'def f(**k, a): pass',
    'def f(a, /, b, /): pass', 'def f(*a, *b): pass', 'def f(*a, /): pass', 'def f(a, *, b, *c): pass',
    'def f(None): pass', 'def f(1): pass', 'def f(a.b): pass', 'def f((a, b)): pass', 'lambda a=1, b: 0',
    'lambda *: 0', 'class C(: pass', 'class : pass', 'class C(a for a in b): pass',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'def f(a, a): pass' | SyntaxError | duplicate argument 'a' in function definition | 1 10 1 11
# expect: 'def f(a=1, b): pass' | SyntaxError | non-default argument follows default argument | 1 12 1 13
# expect: 'def f(*): pass' | SyntaxError | named arguments must follow bare * | 1 7 1 8
# expect: 'def f(*, **k): pass' | SyntaxError | named arguments must follow bare * | 1 7 1 8
# expect: 'def f(**k, a): pass' | SyntaxError | arguments cannot follow var-keyword argument | 1 12 1 13
# expect: 'def f(a, /, b, /): pass' | SyntaxError | / may appear only once | 1 16 1 17
# expect: 'def f(*a, *b): pass' | SyntaxError | * argument may appear only once | 1 11 1 12
# expect: 'def f(*a, /): pass' | SyntaxError | / must be ahead of * | 1 11 1 12
# expect: 'def f(a, *, b, *c): pass' | SyntaxError | * argument may appear only once | 1 16 1 17
# expect: 'def f(None): pass' | SyntaxError | invalid syntax | 1 7 1 11
# expect: 'def f(1): pass' | SyntaxError | invalid syntax | 1 7 1 8
# expect: 'def f(a.b): pass' | SyntaxError | invalid syntax | 1 8 1 9
# expect: 'def f((a, b)): pass' | SyntaxError | Function parameters cannot be parenthesized | 1 7 1 13
# expect: 'lambda a=1, b: 0' | SyntaxError | non-default argument follows default argument | 1 13 1 14
# expect: 'lambda *: 0' | SyntaxError | named arguments must follow bare * | 1 9 1 10
# expect: 'class C(: pass' | SyntaxError | invalid syntax | 1 9 1 10
# expect: 'class : pass' | SyntaxError | invalid syntax | 1 7 1 8
# expect: 'class C(a for a in b): pass' | SyntaxError | invalid syntax | 1 11 1 14
