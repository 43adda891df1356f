e = ValueError("base")
e.add_note("first note")
e.add_note("second\nnote")
raise e from OSError(2, "No such file", "name.txt")

# expect-exit: 1
# expect-stderr: FileNotFoundError: \[Errno 2\] No such file: 'name\.txt'\n+The above exception was the direct cause of the following exception:\n+Traceback \(most recent call last\):\n+  File "[^"]*", line 4, in <module>\n+    raise e from OSError\(2, "No such file", "name\.txt"\)\n+ValueError: base\n+first note\n+second\n+note
