x = 1
return x

# expect-exit: 1
# expect-stderr:   File "[^"]*", line 2\n+    return x\n+    \^\^\^\^\^\^\^\^\n+SyntaxError: 'return' outside function
