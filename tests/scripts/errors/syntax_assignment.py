limit = 3
if limit = 3:
    print("equal")

# expect-exit: 1
# expect-stderr:   File "[^"]*", line 2\n+    if limit = 3:\n+       \^\^\^\^\^\^\^\^\^\n+SyntaxError: invalid syntax\. Maybe you meant '==' or ':=' instead of '='\?
