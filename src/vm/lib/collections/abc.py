"""Abstract base classes of containers and of what can be done with objects."""

from abc import ABCMeta, abstractmethod

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable",
           "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet",
           "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence",
           "MutableSequence", "ByteString"]


def _has(cls, names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _missing(name):
    def method(self, *args):
        raise NotImplementedError(name)
    method.__name__ = name
    return abstractmethod(method)


def _ability(name, *methods, bases=(), **more):
    """A class of everything that has these methods."""
    def hook(cls, other):
        return _has(other, methods) if cls is made else NotImplemented
    namespace = {m: _missing(m) for m in methods if not any(hasattr(b, m) and b is not object for b in bases)}
    namespace.update(more, __slots__=(), __module__=__name__, __subclasshook__=classmethod(hook),
                     __class_getitem__=classmethod(_item))
    made = ABCMeta(name, bases, namespace)
    return made


def _item(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


Hashable = _ability("Hashable", "__hash__")
Iterable = _ability("Iterable", "__iter__")
Iterator = _ability("Iterator", "__iter__", "__next__", bases=(Iterable,), __iter__=lambda self: self)
Reversible = _ability("Reversible", "__reversed__", "__iter__", bases=(Iterable,))
Sized = _ability("Sized", "__len__")
Container = _ability("Container", "__contains__")
Callable = _ability("Callable", "__call__")
Collection = _ability("Collection", "__len__", "__iter__", "__contains__", bases=(Sized, Iterable, Container))
Awaitable = _ability("Awaitable", "__await__")
Coroutine = _ability("Coroutine", "__await__", "send", "throw", "close", bases=(Awaitable,))
AsyncIterable = _ability("AsyncIterable", "__aiter__")
AsyncIterator = _ability("AsyncIterator", "__anext__", "__aiter__", bases=(AsyncIterable,))
AsyncGenerator = _ability("AsyncGenerator", "__aiter__", "__anext__", "asend", "athrow", "aclose",
                          bases=(AsyncIterator,))


def _close(self):
    try:
        self.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        pass
    else:
        raise RuntimeError("generator ignored GeneratorExit")


Generator = _ability("Generator", "__iter__", "__next__", "send", "throw", "close", bases=(Iterator,),
                     __next__=lambda self: self.send(None), close=_close)


class _Generic:
    __slots__ = ()
    __class_getitem__ = classmethod(_item)


class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(x in other for x in self)

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(x in self for x in other)

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    __hash__ = None

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(x for x in other if x in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        return not any(x in self for x in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(x for part in (self, other) for x in part)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = other if isinstance(other, Set) else self._from_iterable(other)
        return self._from_iterable(x for x in self if x not in other)

    def __rsub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(x for x in other if x not in self)

    def __xor__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = other if isinstance(other, Set) else self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        return hash(frozenset(self))


class MutableSet(Set):
    __slots__ = ()
    add = _missing("add")
    discard = _missing("discard")

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it if isinstance(it, Set) else self._from_iterable(it):
            (self.discard if value in self else self.add)(value)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it:
            self.discard(value)
        return self


class Mapping(Collection):
    __slots__ = ()
    __getitem__ = _missing("__getitem__")
    __reversed__ = None

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    __hash__ = None


class MappingView(_Generic, Sized):
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            there = self._mapping[key]
        except KeyError:
            return False
        return there is value or there == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


_none = object()


class MutableMapping(Mapping):
    __slots__ = ()
    __setitem__ = _missing("__setitem__")
    __delitem__ = _missing("__delitem__")

    def pop(self, key, default=_none):
        try:
            value = self[key]
        except KeyError:
            if default is _none:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        if isinstance(other, Mapping) or hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class Sequence(Reversible, Collection):
    __slots__ = ()
    _il_sequence = True  # matches [a, b]
    __getitem__ = _missing("__getitem__")

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        n = len(self)
        start = max(n + start, 0) if start < 0 else start
        stop = n if stop is None else stop + n if stop < 0 else stop
        for i in range(start, min(stop, n)):
            if self[i] is value or self[i] == value:
                return i
        raise ValueError

    def count(self, value):
        return sum(1 for v in self if v is value or v == value)


class ByteString(Sequence):
    __slots__ = ()


class MutableSequence(Sequence):
    __slots__ = ()
    __setitem__ = _missing("__setitem__")
    __delitem__ = _missing("__delitem__")
    insert = _missing("insert")

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


for _abc in (Set, Mapping, MutableSequence, Sequence):
    # Only these have to be registered or derived from.
    _abc.__subclasshook__ = classmethod(lambda cls, other: NotImplemented)
for _cls, _abc in ((frozenset, Set), (set, MutableSet), (dict, MutableMapping), (list, MutableSequence),
                   (tuple, Sequence), (str, Sequence), (range, Sequence), (bytes, ByteString), (bytearray, ByteString),
                   (bytearray, MutableSequence), (memoryview, Sequence), (type({}.keys()), KeysView),
                   (type({}.items()), ItemsView), (type({}.values()), ValuesView)):
    _abc.register(_cls)


def _deque():
    from _collections import deque
    MutableSequence.register(deque)


_deque()
for _cls in (type(len), type(_deque), type([].append), type(_Generic.__class_getitem__), type):
    Callable.register(_cls)
