if True:
        x = 1
    y = 2

# expect-exit: 1
# expect-stderr:   File "[^"]*", line 3\n+    y = 2\n+         \^\n+IndentationError: unindent does not match any outer indentation level
