texts = [
    '[x for x]', '[x for x in]', '[for x in y]', '[x for x in y if]', '[x, y for x in z]', '(x for 1 in z)',
    '[x for f() in z]', '{x: y for x in}', '[(yield x) for x in y]', 'class C:\n [(yield) for x in y]',
    '[x := 1 for x in y]', '[y for x in (y := z)]', 'class C: x = [y := 1 for z in w]',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: '[x for x]' | SyntaxError | invalid syntax | 1 9 1 10
# expect: '[x for x in]' | SyntaxError | invalid syntax | 1 12 1 13
# expect: '[for x in y]' | SyntaxError | invalid syntax | 1 2 1 5
# expect: '[x for x in y if]' | SyntaxError | invalid syntax | 1 17 1 18
# expect: '[x, y for x in z]' | SyntaxError | did you forget parentheses around the comprehension target? | 1 2 1 6
# expect: '(x for 1 in z)' | SyntaxError | cannot assign to literal | 1 8 1 9
# expect: '[x for f() in z]' | SyntaxError | cannot assign to function call | 1 8 1 11
# expect: '{x: y for x in}' | SyntaxError | invalid syntax | 1 15 1 16
# expect: '[(yield x) for x in y]' | SyntaxError | 'yield' inside list comprehension | 1 3 1 10
# expect: 'class C:\n [(yield) for x in y]' | SyntaxError | 'yield' inside list comprehension | 2 4 2 9
# expect: '[x := 1 for x in y]' | SyntaxError | assignment expression cannot rebind comprehension iteration variable 'x' | 1 2 1 3
# expect: '[y for x in (y := z)]' | SyntaxError | assignment expression cannot be used in a comprehension iterable expression | 1 14 1 20
# expect: 'class C: x = [y := 1 for z in w]' | SyntaxError | assignment expression within a comprehension cannot be used in a class body | 1 15 1 16
