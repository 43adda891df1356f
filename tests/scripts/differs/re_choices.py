# not-cpython
import re

try:
    re.match("(?:a|b)*c", "ab" * 700_000)
except MemoryError as e:
    print("MemoryError")

# expect: MemoryError
