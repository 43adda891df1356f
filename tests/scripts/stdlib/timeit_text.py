"""timeit with statements in text."""
import timeit

names = {"calls": []}
print(timeit.timeit("calls.append(n)", setup="n = 1", number=20000, globals=names) > 0)
print(sum(names["calls"]))

# expect: True
# expect: 20000
