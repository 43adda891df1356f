import sys
sys.setrecursionlimit(60)
def down(n):
    return down(n + 1)
def even(n):
    return odd(n + 1)
def odd(n):
    return even(n + 1)
try:
    even(0)
except RecursionError as e:
    print(e)
def start():
    down(0)
start()

# expect: maximum recursion depth exceeded
# expect-exit: 1
# expect-stderr: Traceback \(most recent call last\):\n+  File "[^"]*", line 15, in <module>\n+    start\(\)\n+  File "[^"]*", line 14, in start\n+    down\(0\)\n+  File "[^"]*", line 4, in down\n+    return down\(n \+ 1\)\n+           \^\^\^\^\^\^\^\^\^\^\^\n+  File "[^"]*", line 4, in down\n+    return down\(n \+ 1\)\n+           \^\^\^\^\^\^\^\^\^\^\^\n+  File "[^"]*", line 4, in down\n+    return down\(n \+ 1\)\n+           \^\^\^\^\^\^\^\^\^\^\^\n+  \[Previous line repeated 55 more times\]\n+RecursionError: maximum recursion depth exceeded
