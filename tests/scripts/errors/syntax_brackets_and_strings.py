texts = [
    'x = = 1', 'if x\n  pass', 'def f(:\n  pass', 'print 1', "print 'a', b", "exec 'a'", 'x = (1, 2', 'x = [1, 2',
    'x = {1: 2', 'x = 1)', 'x = (1]', "'abc", "'''abc",
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'x = = 1' | SyntaxError | invalid syntax | 1 5 1 6
# expect: 'if x\n  pass' | SyntaxError | expected ':' | 1 5 1 5
# expect: 'def f(:\n  pass' | SyntaxError | invalid syntax | 1 7 1 8
# expect: 'print 1' | SyntaxError | Missing parentheses in call to 'print'. Did you mean print(...)? | 1 1 1 8
# expect: "print 'a', b" | SyntaxError | Missing parentheses in call to 'print'. Did you mean print(...)? | 1 1 1 13
# expect: "exec 'a'" | SyntaxError | Missing parentheses in call to 'exec'. Did you mean exec(...)? | 1 1 1 9
# expect: 'x = (1, 2' | SyntaxError | '(' was never closed | 1 5 1 0
# expect: 'x = [1, 2' | SyntaxError | '[' was never closed | 1 5 1 0
# expect: 'x = {1: 2' | SyntaxError | '{' was never closed | 1 5 1 0
# expect: 'x = 1)' | SyntaxError | unmatched ')' | 1 6 1 6
# expect: 'x = (1]' | SyntaxError | closing parenthesis ']' does not match opening parenthesis '(' | 1 7 1 7
# expect: "'abc" | SyntaxError | unterminated string literal (detected at line 1) | 1 1 1 1
# expect: "'''abc" | SyntaxError | unterminated triple-quoted string literal (detected at line 1) | 1 1 1 1
