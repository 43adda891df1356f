"""timeit with callables."""
import timeit

calls = []
taken = timeit.timeit(lambda: calls.append(1), number=100)
print(len(calls), taken >= 0)
print(len(timeit.repeat(lambda: None, repeat=3, number=2)))
print(timeit.Timer(lambda: calls.append(2), lambda: calls.clear()).timeit(5) >= 0, calls)

# expect: 100 True
# expect: 3
# expect: True [2, 2, 2, 2, 2]
