# not-cpython
try:
    big = [0] * 10 ** 9
except MemoryError:
    print("MemoryError")

# expect: MemoryError
