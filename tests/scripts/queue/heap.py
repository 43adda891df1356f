# heapq against sorting.
import heapq
import random

random.seed(5)
numbers = [random.randrange(1000) for _ in range(300)]
heap = []
for n in numbers:
    heapq.heappush(heap, n)
print([heapq.heappop(heap) for _ in range(300)] == sorted(numbers))
# expect: True
heap = list(numbers)
heapq.heapify(heap)
print(all(heap[(i - 1) // 2] <= heap[i] for i in range(1, 300)))
# expect: True
print(heapq.heappushpop(heap, -1), heapq.heapreplace(heap, 5000) == min(numbers))
# expect: -1 True
print(heapq.nlargest(3, numbers) == sorted(numbers)[::-1][:3])
# expect: True
print(heapq.nsmallest(3, numbers, key=lambda n: -n) == sorted(numbers)[::-1][:3])
# expect: True
print(list(heapq.merge([1, 4], [2, 3, 9], [])))
# expect: [1, 2, 3, 4, 9]
print(list(heapq.merge([4, 1], [9, 3], reverse=True)))
# expect: [9, 4, 3, 1]
try:
    heapq.heappop([])
except IndexError:
    print("empty")
    # expect: empty
