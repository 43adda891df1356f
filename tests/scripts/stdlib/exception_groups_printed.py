"""An uncaught exception group is shown as a tree."""
raise ExceptionGroup("several", [ValueError("one"), ExceptionGroup("inner", [KeyError("two")])])
# expect-stderr: Exception Group Traceback \(most recent call last\):[\s\S]*ExceptionGroup: several \(2 sub-exceptions\)[\s\S]*ValueError: one[\s\S]*KeyError: 'two'

# expect-exit: 1
