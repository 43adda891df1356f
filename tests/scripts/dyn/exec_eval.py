ns = {}
exec("a = 1\ndef f(x):\n    return x + a\nclass K:\n    z = 4", ns)
print(ns["f"](2), ns["K"].z, eval("a + 1", ns), eval("1 + 1"), sorted(k for k in ns if not k.startswith("__")))
c = compile("1 + 2", "<s>", "eval")
print(eval(c), type(c).__name__)
c = compile("x = 5\ny = x * 2", "<s>", "exec")
d = {}
exec(c, d)
print(d["x"], d["y"])
loc = {}
exec("p = 1; q = p + g", {"g": 10}, loc)
print(loc)
def f():
    v = 3
    exec("w = v + 1")
    return eval("v * 2")
print(f(), eval("x * y", {"x": 2}, {"y": 3}), eval("  7"), exec("pass"))
exec("top = 9")
print(top, eval("[i * top for i in range(3)]"), eval("(lambda n: n + top)(1)"))
for text in ("1 +", "x = 1", "def", "(", "'abc"):
    try:
        eval(text)
    except SyntaxError as e:
        print(type(e).__name__, e, e.lineno, e.filename)
try:
    exec("if 1:\nx = 2")
except IndentationError as e:
    print(e.msg, e.lineno)
try:
    eval("undefined_name")
except NameError as e:
    print(e)
try:
    eval(5)
except TypeError as e:
    print(e)

# expect: 3 4 2 2 ['K', 'a', 'f']
# expect: 3 code
# expect: 5 10
# expect: {'p': 1, 'q': 11}
# expect: 6 6 7 None
# expect: 9 [0, 9, 18] 10
# expect: SyntaxError invalid syntax (<string>, line 1) 1 <string>
# expect: SyntaxError invalid syntax (<string>, line 1) 1 <string>
# expect: SyntaxError invalid syntax (<string>, line 1) 1 <string>
# expect: SyntaxError '(' was never closed (<string>, line 1) 1 <string>
# expect: SyntaxError unterminated string literal (detected at line 1) (<string>, line 1) 1 <string>
# expect: expected an indented block after 'if' statement on line 1 2
# expect: name 'undefined_name' is not defined
# expect: eval() arg 1 must be a string, bytes or code object
