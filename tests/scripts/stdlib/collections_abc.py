from collections.abc import Iterable, Callable
import collections.abc
print(isinstance([], collections.abc.Iterable))
from collections.abc import *
from collections.abc import Mapping, Sequence, Hashable, Callable
print([c.__name__ for c in (Iterable, Sized, Mapping, Sequence, Hashable, Iterator, Callable) if isinstance([], c)])
print([c.__name__ for c in (Iterable, Sized, Mapping, Sequence, Hashable, Iterator, Callable) if isinstance({}, c)])
print([c.__name__ for c in (Iterable, Sized, Sequence, Hashable, Iterator, Generator, Callable) if isinstance((x for x in ''), c)])
print(issubclass(str, Sequence), isinstance(len, Callable), isinstance(3, Iterable), isinstance('a', Hashable), isinstance([], Hashable))
class M(Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M({'a': 1}); print(m.get('b', 2), list(m.items()), 'a' in m, m == {'a': 1}, dict(m))
try: Mapping()
except TypeError as e: print(e)
class S(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * i
s = S(); print(list(s), 4 in s, s.index(4), s.count(0), list(reversed(s)))
class MS(MutableSequence):
    def __init__(self): self.l = []
    def __len__(self): return len(self.l)
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def insert(self, i, v): self.l.insert(i, v)
x = MS(); x.extend('abc'); x.reverse(); x += [1]; print(x.l, x.pop(), x.l); x.remove('b'); print(x.l)
class It(Iterator):
    n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), isinstance(It(), Iterable))
def f(cb: Callable[[int], str], xs: Iterable[int]) -> Mapping[str, int]: ...
print(f.__annotations__['xs'], issubclass(dict, MutableMapping), isinstance({}.keys(), KeysView), isinstance(frozenset(), Set), isinstance(frozenset(), MutableSet))
class Dunder:
    def __iter__(self): return iter(())
print(isinstance(Dunder(), Iterable), isinstance(Dunder(), Collection), issubclass(Dunder, Iterable))

# expect: True
# expect: ['Iterable', 'Sized', 'Sequence']
# expect: ['Iterable', 'Sized', 'Mapping']
# expect: ['Iterable', 'Hashable', 'Iterator', 'Generator']
# expect: True True False True False
# expect: 2 [('a', 1)] True True {'a': 1}
# expect: Can't instantiate abstract class Mapping with abstract methods __getitem__, __iter__, __len__
# expect: [0, 1, 4] True 2 1 [4, 1, 0]
# expect: ['c', 'b', 'a'] 1 ['c', 'b', 'a']
# expect: ['c', 'a']
# expect: [1, 2, 3] True
# expect: collections.abc.Iterable[int] True True True False
# expect: True False True
