import difflib

a = "one\ntwo\nthree\nfour\n".splitlines(True)
b = "one\ntoo\nthree\nfive\nsix\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "old", "new")), end="")
print("".join(difflib.context_diff(a, b, "old", "new")), end="")
for line in difflib.ndiff(a, b):
    print(repr(line))
print("".join(difflib.restore(list(difflib.ndiff(a, b)), 2)) == "".join(b))

# expect: --- old
# expect: +++ new
# expect: @@ -1,4 +1,5 @@
# expect:  one
# expect: -two
# expect: +too
# expect:  three
# expect: -four
# expect: +five
# expect: +six
# expect: *** old
# expect: --- new
# expect: ***************
# expect: *** 1,4 ****
# expect:   one
# expect: ! two
# expect:   three
# expect: ! four
# expect: --- 1,5 ----
# expect:   one
# expect: ! too
# expect:   three
# expect: ! five
# expect: ! six
# expect: '  one\n'
# expect: '- two\n'
# expect: '?  ^\n'
# expect: '+ too\n'
# expect: '?  ^\n'
# expect: '  three\n'
# expect: '- four\n'
# expect: '+ five\n'
# expect: '+ six\n'
# expect: True
