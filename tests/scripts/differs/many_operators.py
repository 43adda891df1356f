# not-cpython
try:
    eval("+".join(["1"] * 3000))
except (SyntaxError, MemoryError, RecursionError) as e:
    print(type(e).__name__, "too many nested" in str(e))

# expect: SyntaxError True
