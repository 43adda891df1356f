"""Heaps: lists in which no item is smaller than its parent, that at half its index."""

import _heapq

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def _rise(heap, at, top):
    """Moves the item at `at` up towards `top` until its parent is not greater."""
    item = heap[at]
    while at > top:
        parent = (at - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[at] = above
        at = parent
    heap[at] = item


def _sink(heap, at):
    """Lets the smaller child move up all the way down, then the item rise to its place: fewer comparisons."""
    size = len(heap)
    top = at
    item = heap[at]
    child = 2 * at + 1
    while child < size:
        if child + 1 < size and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, at, top)


def heappush(heap, item):
    """Adds an item."""
    if _heapq.push(heap, item) is NotImplemented:
        heap.append(item)
        _rise(heap, len(heap) - 1, 0)


def heappop(heap):
    """Takes the smallest item."""
    taken = _heapq.pop(heap)
    if taken is not NotImplemented:
        return taken
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item):
    """Takes the smallest item, then adds one."""
    taken = _heapq.replace(heap, item)
    if taken is not NotImplemented:
        return taken
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item):
    """Adds an item, then takes the smallest."""
    taken = _heapq.push_pop(heap, item)
    if taken is not NotImplemented:
        return taken
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    """Makes a list a heap."""
    if _heapq.make(x) is NotImplemented:
        for at in reversed(range(len(x) // 2)):
            _sink(x, at)


def nlargest(n, iterable, key=None):
    """The n largest, in falling order."""
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    """The n smallest, in rising order."""
    return sorted(iterable, key=key)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    """The items of several sorted iterables as one sorted stream."""
    heads = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for item in iterator:
            heads.append([item if key is None else key(item), order, item, iterator])
            break
    while heads:
        best = 0
        for at in range(1, len(heads)):
            rank, other = heads[at][0], heads[best][0]
            if (other < rank) if reverse else (rank < other):
                best = at
        head = heads[best]
        yield head[2]
        for item in head[3]:
            head[0] = item if key is None else key(item)
            head[2] = item
            break
        else:
            del heads[best]
