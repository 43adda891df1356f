import sys
print("before")
try:
    sys.exit("goodbye")
finally:
    print("finally")

# expect: before
# expect: finally
# expect-exit: 1
# expect-stderr: goodbye
