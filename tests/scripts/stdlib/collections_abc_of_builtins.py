from collections.abc import *
import functools
class A:
    def m(self): pass
    def __iter__(self): return iter(())
    def __next__(self): raise StopIteration
print([isinstance(x, Callable) for x in (len, print, A, A().m, lambda: 0, functools.partial(print), A(), 3, [].append, str.upper, 'x'.upper)])
print([isinstance(x, Iterator) for x in (iter([]), iter(''), iter({}), zip(), map(str, []), A(), [], (i for i in ''), open(__file__) if 0 else iter(()))])
print([[c.__name__ for c in (Sized, Iterable, Container, Hashable, Reversible, Collection, Sequence, Mapping, Set) if isinstance(x, c)] for x in ([], (), {}, set(), '', range(3), b'', {}.keys(), {}.values(), {}.items(), iter([]), None, 3, len)])

# expect: [True, True, True, True, True, True, False, False, True, True, True]
# expect: [True, True, True, True, True, True, False, True, True]
# expect: [['Sized', 'Iterable', 'Container', 'Reversible', 'Collection', 'Sequence'], ['Sized', 'Iterable', 'Container', 'Hashable', 'Reversible', 'Collection', 'Sequence'], ['Sized', 'Iterable', 'Container', 'Reversible', 'Collection', 'Mapping'], ['Sized', 'Iterable', 'Container', 'Collection', 'Set'], ['Sized', 'Iterable', 'Container', 'Hashable', 'Reversible', 'Collection', 'Sequence'], ['Sized', 'Iterable', 'Container', 'Hashable', 'Reversible', 'Collection', 'Sequence'], ['Sized', 'Iterable', 'Container', 'Hashable', 'Reversible', 'Collection', 'Sequence'], ['Sized', 'Iterable', 'Container', 'Reversible', 'Collection', 'Set'], ['Sized', 'Iterable', 'Container', 'Hashable', 'Reversible', 'Collection'], ['Sized', 'Iterable', 'Container', 'Reversible', 'Collection', 'Set'], ['Iterable', 'Hashable'], ['Hashable'], ['Hashable'], ['Hashable']]
