def f():
    try:
        int("x")
    except ValueError:
        raise LookupError("clean") from None
f()

# expect-exit: 1
# expect-stderr: Traceback \(most recent call last\):\n+  File "[^"]*", line 6, in <module>\n+    f\(\)\n+  File "[^"]*", line 5, in f\n+    raise LookupError\("clean"\) from None\n+LookupError: clean
