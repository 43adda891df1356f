from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableSequence, Sequence, Set, Sized

print([issubclass(c, Hashable) for c in (int, list, dict, tuple)], isinstance({}, Mapping), isinstance("", Sequence))
print(isinstance((x for x in ()), Iterator), isinstance(3, Iterable), isinstance(len, Callable), isinstance(set(), Sized))


class Bag(MutableSequence):
    def __init__(self):
        self.items = []

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, v):
        self.items.insert(i, v)


b = Bag()
b.extend([3, 1, 2])
b.append(1)
b.reverse()
print(list(b), b.count(1), b.index(3), b.pop(), 2 in b, list(reversed(b)))
b.remove(2)
b += [7]
print(b.items, isinstance(b, Sequence), isinstance(b, Set))
try:
    Sequence()
except TypeError as e:
    print(str(e)[:45])

# expect: [True, False, False, True] True True
# expect: True False True True
# expect: [1, 2, 1, 3] 2 3 3 True [1, 2, 1]
# expect: [1, 1, 7] True False
# expect: Can't instantiate abstract class Sequence wit
