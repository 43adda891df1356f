texts = [
    'del f()', 'del 1', 'del (a, b())', 'del a + b', 'del *a', 'del None', 'for 1 in x: pass', 'for f() in x: pass',
    'for x in : pass', 'for x y in z: pass', 'with x as 1: pass', 'with x as f(): pass', 'with : pass',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'del f()' | SyntaxError | cannot delete function call | 1 5 1 8
# expect: 'del 1' | SyntaxError | cannot delete literal | 1 5 1 6
# expect: 'del (a, b())' | SyntaxError | cannot delete function call | 1 9 1 12
# expect: 'del a + b' | SyntaxError | cannot delete expression | 1 5 1 10
# expect: 'del *a' | SyntaxError | cannot delete starred | 1 5 1 7
# expect: 'del None' | SyntaxError | cannot delete None | 1 5 1 9
# expect: 'for 1 in x: pass' | SyntaxError | cannot assign to literal | 1 5 1 6
# expect: 'for f() in x: pass' | SyntaxError | cannot assign to function call | 1 5 1 8
# expect: 'for x in : pass' | SyntaxError | invalid syntax | 1 10 1 11
# expect: 'for x y in z: pass' | SyntaxError | invalid syntax | 1 7 1 8
# expect: 'with x as 1: pass' | SyntaxError | cannot assign to literal | 1 11 1 12
# expect: 'with x as f(): pass' | SyntaxError | cannot assign to function call | 1 11 1 14
# expect: 'with : pass' | SyntaxError | invalid syntax | 1 6 1 7
