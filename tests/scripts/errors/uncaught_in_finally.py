def f():
    try:
        return 1 / 0
    finally:
        print("finally runs")
        [].pop()
f()

# expect: finally runs
# expect-exit: 1
# expect-stderr: Traceback \(most recent call last\):\n+  File "[^"]*", line 3, in f\n+    return 1 / 0\n+           ~~\^~~\n+ZeroDivisionError: division by zero\n+During handling of the above exception, another exception occurred:\n+Traceback \(most recent call last\):\n+  File "[^"]*", line 7, in <module>\n+    f\(\)\n+  File "[^"]*", line 6, in f\n+    \[\]\.pop\(\)\n+IndexError: pop from empty list
