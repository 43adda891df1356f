# not-cpython
for text in ("async def f():\n    pass", "type X = int", "def f[T](x): pass", "x = '\\N{BULLET}'"):
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno)

# expect: 'async def' is not supported yet 1
# expect: the 'type' statement is not supported yet 1
# expect: type parameter syntax is not supported yet 1
# expect: \N{...} escapes are not supported yet 1
