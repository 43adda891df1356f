count = 0
def f():
    count += 1
    global count
f()

# expect-exit: 1
# expect-stderr:   File "[^"]*", line 4\n+    global count\n+    \^\^\^\^\^\^\^\^\^\^\^\^\n+SyntaxError: name 'count' is assigned to before global declaration
