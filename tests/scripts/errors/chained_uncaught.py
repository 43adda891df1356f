class Custom(Exception):
    def __str__(self): return "custom text"
def low():
    return {}["missing"]
def mid():
    try:
        low()
    except KeyError as e:
        raise Custom() from e
def high():
    try:
        mid()
    except Custom:
        undefined_thing
high()

# expect-exit: 1
# expect-stderr: Traceback \(most recent call last\):\n+  File "[^"]*", line 7, in mid\n+    low\(\)\n+  File "[^"]*", line 4, in low\n+    return \{\}\["missing"\]\n+           ~~\^\^\^\^\^\^\^\^\^\^\^\n+KeyError: 'missing'\n+The above exception was the direct cause of the following exception:\n+Traceback \(most recent call last\):\n+  File "[^"]*", line 12, in high\n+    mid\(\)\n+  File "[^"]*", line 9, in mid\n+    raise Custom\(\) from e\n+Custom: custom text\n+During handling of the above exception, another exception occurred:\n+Traceback \(most recent call last\):\n+  File "[^"]*", line 15, in <module>\n+    high\(\)\n+  File "[^"]*", line 14, in high\n+    undefined_thing\n+NameError: name 'undefined_thing' is not defined
