"""UserList and UserString, for subclasses."""

from collections.abc import MutableSequence, Sequence

_LIST = "__lt__ __le__ __eq__ __ge__ __gt__".split()


def _plain(other):
    return other.data if isinstance(other, (UserList, UserString)) else other


class UserList(MutableSequence):
    """A list in the attribute `data`."""

    __module__ = "collections"

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_plain(initlist))

    def __repr__(self):
        return repr(self.data)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return type(self)(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = _plain(item) if isinstance(i, slice) else item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return type(self)(self.data + list(_plain(other)))

    def __radd__(self, other):
        return type(self)(list(_plain(other)) + self.data)

    def __iadd__(self, other):
        self.data += list(_plain(other))
        return self

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(_plain(other))


class UserString(Sequence):
    """A string in the attribute `data`."""

    __module__ = "collections"

    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else str(_plain(seq))

    def __str__(self):
        return self.data

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __contains__(self, part):
        return _plain(part) in self.data

    def __len__(self):
        return len(self.data)


def _comparison(name):
    def compare(self, other):
        return getattr(self.data, name)(_plain(other))
    compare.__name__ = name
    return compare


def _delegated(name, wraps):
    def method(self, *args, **kwds):
        result = getattr(self.data, name)(*map(_plain, args), **kwds)
        return type(self)(result) if wraps and isinstance(result, str) else result
    method.__name__ = name
    return method


for _name in _LIST:
    setattr(UserList, _name, _comparison(_name))
    setattr(UserString, _name, _comparison(_name))
UserList.__hash__ = None
for _name in dir(str):
    if _name not in ("maketrans", "__init__") and _name not in UserString.__dict__ and (
            not _name.startswith("__") or _name in ("__getitem__", "__add__", "__mul__", "__rmul__", "__mod__")):
        setattr(UserString, _name, _delegated(_name, _name not in ("join", "format", "encode")))
UserString.__radd__ = lambda self, other: type(self)(str(_plain(other)) + self.data)
UserString.maketrans = str.maketrans
UserString.__abstractmethods__ = frozenset()
