x = 1
text = "no end
print(text)

# expect-exit: 1
# expect-stderr:   File "[^"]*", line 2\n+    text = "no end\n+           \^\n+SyntaxError: unterminated string literal \(detected at line 2\)
