texts = [
    'def f(): pass\n  x', '  x = 1', 'if 1:\nx = 1', 'if 1:\n    x\n  y', 'def f():\n\tx\n        y', 'for x in y:\n',
    'while 1:', 'class C:\n', 'def f():\n# c\n', 'with a:\nb', 'try:\nx', 'if 1:\n  pass\nelse:\npass',
    'match x:\ncase 1: pass', 'match x:\n case 1:\n pass', '\tx\n  y', 'if 1:\n\tx\n  y', 'a\x00b',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'def f(): pass\n  x' | IndentationError | unexpected indent | 2 2 2 -1
# expect: '  x = 1' | IndentationError | unexpected indent | 1 2 1 -1
# expect: 'if 1:\nx = 1' | IndentationError | expected an indented block after 'if' statement on line 1 | 2 1 2 2
# expect: 'if 1:\n    x\n  y' | IndentationError | unindent does not match any outer indentation level | 3 4 3 -1
# expect: 'def f():\n\tx\n        y' | TabError | inconsistent use of tabs and spaces in indentation | 3 1 3 0
# expect: 'for x in y:\n' | IndentationError | expected an indented block after 'for' statement on line 1 | 1 12 1 -1
# expect: 'while 1:' | IndentationError | expected an indented block after 'while' statement on line 1 | 1 9 1 -1
# expect: 'class C:\n' | IndentationError | expected an indented block after class definition on line 1 | 1 9 1 -1
# expect: 'def f():\n# c\n' | IndentationError | expected an indented block after function definition on line 1 | 2 4 2 -1
# expect: 'with a:\nb' | IndentationError | expected an indented block after 'with' statement on line 1 | 2 1 2 2
# expect: 'try:\nx' | IndentationError | expected an indented block after 'try' statement on line 1 | 2 1 2 2
# expect: 'if 1:\n  pass\nelse:\npass' | IndentationError | expected an indented block after 'else' statement on line 3 | 4 1 4 5
# expect: 'match x:\ncase 1: pass' | IndentationError | expected an indented block after 'match' statement on line 1 | 2 1 2 5
# expect: 'match x:\n case 1:\n pass' | IndentationError | expected an indented block after 'case' statement on line 2 | 3 2 3 6
# expect: '\tx\n  y' | IndentationError | unexpected indent | 1 1 1 -1
# expect: 'if 1:\n\tx\n  y' | IndentationError | unindent does not match any outer indentation level | 3 4 3 -1
# expect: 'a\x00b' | SyntaxError | source code string cannot contain null bytes | None None None None
