import heapq

heap = [5, 3, 8, 1]
heapq.heapify(heap)
print(heap[0], heapq.heappushpop(heap, 2), heapq.heapreplace(heap, 9), [heapq.heappop(heap) for _ in range(4)])
print(heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3], [0])))
print(list(heapq.merge([3, 1], [2], reverse=True)))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)

# expect: 1 1 2 [3, 5, 8, 9]
# expect: [5, 3] ['a', 'bb'] [0, 1, 2, 3, 4]
# expect: [3, 2, 1]
# expect: index out of range
