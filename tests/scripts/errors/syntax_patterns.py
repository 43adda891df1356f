texts = [
    'match x:\n case 1 | a: pass\n case', 'match x:\n case a: pass\n case b: pass', 'match x:\n case a | 1: pass',
    'match x:\n case [a, a]: pass', "match x:\n case {**r, 'a': 1}: pass", 'match x:\n case A(x=1, x=2): pass',
    'match x:\n case A(x=1, 2): pass', 'match x:\n case 1 + 2: pass', 'match x:\n case [*a, *b]: pass',
    "match x:\n case {'a': 1, 'a': 2}: pass", 'match x:\n case a.b(): pass\n case -x: pass',
    'match x:\n case (a | b): pass', 'match x:\n case {a: 1}: pass', 'match x:\n case 1 as _: pass',
    'match x:\n case 1 as a.b: pass',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'match x:\n case 1 | a: pass\n case' | SyntaxError | invalid syntax | 3 6 3 6
# expect: 'match x:\n case a: pass\n case b: pass' | SyntaxError | name capture 'a' makes remaining patterns unreachable | 2 7 2 8
# expect: 'match x:\n case a | 1: pass' | SyntaxError | name capture 'a' makes remaining patterns unreachable | 2 7 2 8
# expect: 'match x:\n case [a, a]: pass' | SyntaxError | multiple assignments to name 'a' in pattern | 2 11 2 12
# expect: "match x:\n case {**r, 'a': 1}: pass" | SyntaxError | invalid syntax | 2 13 2 16
# expect: 'match x:\n case A(x=1, x=2): pass' | SyntaxError | attribute name repeated in class pattern: x | 2 16 2 17
# expect: 'match x:\n case A(x=1, 2): pass' | SyntaxError | positional patterns follow keyword patterns | 2 14 2 15
# expect: 'match x:\n case 1 + 2: pass' | SyntaxError | imaginary number required in complex literal | 2 11 2 12
# expect: 'match x:\n case [*a, *b]: pass' | SyntaxError | multiple starred names in sequence pattern | 2 7 2 15
# expect: "match x:\n case {'a': 1, 'a': 2}: pass" | SyntaxError | mapping pattern checks duplicate key ('a') | 2 7 2 23
# expect: 'match x:\n case a.b(): pass\n case -x: pass' | SyntaxError | invalid syntax | 3 8 3 9
# expect: 'match x:\n case (a | b): pass' | SyntaxError | name capture 'a' makes remaining patterns unreachable | 2 8 2 9
# expect: 'match x:\n case {a: 1}: pass' | SyntaxError | invalid syntax | 2 9 2 10
# expect: 'match x:\n case 1 as _: pass' | SyntaxError | cannot use '_' as a target | 2 12 2 13
# expect: 'match x:\n case 1 as a.b: pass' | SyntaxError | invalid syntax | 2 13 2 14
