class A:
    def m(self):
    return 1

# expect-exit: 1
# expect-stderr:   File "[^"]*", line 3\n+    return 1\n+    \^\n+IndentationError: expected an indented block after function definition on line 2
