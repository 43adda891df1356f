texts = [
    'import', 'import a.b as c.d', 'from a import', 'from a import (b', 'from a import *, b', 'from . import *\n',
    'def f():\n from a import *', 'from a import b,', 'x = 1\nfrom __future__ import division', 'import a as 1',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'import' | SyntaxError | invalid syntax | 1 7 1 7
# expect: 'import a.b as c.d' | SyntaxError | invalid syntax | 1 16 1 17
# expect: 'from a import' | SyntaxError | invalid syntax | 1 14 1 14
# expect: 'from a import (b' | SyntaxError | '(' was never closed | 1 15 1 0
# expect: 'from a import *, b' | SyntaxError | invalid syntax | 1 16 1 17
# expect: 'from . import *\n' compiles
# expect: 'def f():\n from a import *' | SyntaxError | import * only allowed at module level | 2 16 2 17
# expect: 'from a import b,' | SyntaxError | trailing comma not allowed without surrounding parentheses | 1 17 1 17
# expect: 'x = 1\nfrom __future__ import division' | SyntaxError | from __future__ imports must occur at the beginning of the file | 2 1 2 32
# expect: 'import a as 1' | SyntaxError | invalid syntax | 1 13 1 14
