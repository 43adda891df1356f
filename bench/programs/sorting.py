"""Sorting: the built-in with and without keys, a quicksort and a heap of one's own."""


def scattered(n):
    values = []
    seed = 12345
    for _ in range(n):
        seed = (seed * 1103 + 12345) % 1_000_003
        values.append(seed)
    return values


def quick(values, low, high):
    while low < high:
        pivot = values[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while values[i] < pivot:
                i += 1
            while values[j] > pivot:
                j -= 1
            if i <= j:
                values[i], values[j] = values[j], values[i]
                i += 1
                j -= 1
        quick(values, low, j)
        low = i


def sift(heap, at, size):
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and heap[child + 1] > heap[child]:
            child += 1
        if heap[at] >= heap[child]:
            return
        heap[at], heap[child] = heap[child], heap[at]
        at = child


def heap_sort(values):
    size = len(values)
    for at in range(size // 2 - 1, -1, -1):
        sift(values, at, size)
    for end in range(size - 1, 0, -1):
        values[0], values[end] = values[end], values[0]
        sift(values, 0, end)


def run():
    values = scattered(20_000)
    expected = sorted(values)
    by_key = sorted(values, key=lambda value: -value)
    texts = sorted([str(value) for value in values[:5_000]])
    one = values[:8_000]
    quick(one, 0, len(one) - 1)
    two = values[:4_000]
    heap_sort(two)
    return expected[77], by_key[77], texts[77], one == sorted(values[:8_000]), two == sorted(values[:4_000])
