# not-cpython
if True:
    print("indented with a no-break space and three blanks")

# expect: indented with a no-break space and three blanks
