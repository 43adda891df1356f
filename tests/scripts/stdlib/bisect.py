"""Places in sorted lists."""
import bisect

data = [1, 3, 3, 5]
print([bisect.bisect(data, x) for x in range(7)])
print([bisect.bisect_left(data, x) for x in range(7)])
bisect.insort(data, 4)
bisect.insort_left(data, 3)
print(data, bisect.bisect_left(data, 3, 2), bisect.bisect("abc", "b", key=str.lower))
try:
    bisect.bisect(data, 1, -1)
except ValueError as error:
    print(error)

# expect: [0, 1, 1, 3, 3, 4, 4]
# expect: [0, 0, 1, 1, 3, 3, 4]
# expect: [1, 3, 3, 3, 4, 5] 2 2
# expect: lo must be non-negative
