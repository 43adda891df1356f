data = {
    "a": [1, 2,
    "b": 3,
}
print(data)

# expect-exit: 1
# expect-stderr:   File "[^"]*", line 4\n+    \}\n+    \^\n+SyntaxError: closing parenthesis '\}' does not match opening parenthesis '\[' on line 2
