def f(a, b):
    return a +* b

# expect-exit: 1
# expect-stderr:   File "[^"]*", line 2\n+    return a \+\* b\n+              \^\n+SyntaxError: invalid syntax
