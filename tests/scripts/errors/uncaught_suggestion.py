class Stack:
    def __init__(self):
        self.items = []
    def push(self, x):
        self.itmes.append(x)
Stack().push(1)

# expect-exit: 1
# expect-stderr: Traceback \(most recent call last\):\n+  File "[^"]*", line 6, in <module>\n+    Stack\(\)\.push\(1\)\n+  File "[^"]*", line 5, in push\n+    self\.itmes\.append\(x\)\n+    \^\^\^\^\^\^\^\^\^\^\n+AttributeError: 'Stack' object has no attribute 'itmes'\. Did you mean: 'items'\?
