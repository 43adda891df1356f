"""References that do not keep their object alive.

There are no reference counts here: an object is gone when the collector finds that nobody has it (gc.collect() looks
at once), and the callbacks of its references run then or when this module is next used.
"""

import _weakref
import _runtime
import sys

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]


def _run_callbacks():
    for reference in _weakref.take_dead():
        callback = reference._owed()
        try:
            callback(reference)
        except Exception as error:
            sys._unraisable(None, callback, error)


class ReferenceType(_weakref.Reference):
    """A reference; calling it gives the object, or None when that is gone."""

    def __new__(cls, obj, callback=None, /):
        _run_callbacks()
        return _weakref.Reference.__new__(cls, obj, callback)

    def __init__(self, obj, callback=None, /):
        self._hash = None

    def __hash__(self):
        if self._hash is None:
            obj = self()
            if obj is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(obj)
        return self._hash

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        mine = self()
        theirs = other()
        if mine is None or theirs is None:
            return self is other
        return mine is theirs or mine == theirs

    def __repr__(self):
        obj = self()
        if obj is None:
            return f"<weakref at {id(self):#x}; dead>"
        name = getattr(obj, "__name__", None)
        named = f" ({name})" if isinstance(name, str) else ""
        return f"<weakref at {id(self):#x}; to '{type(obj).__name__}' at {id(obj):#x}{named}>"


ref = ReferenceType


def _dead():
    raise ReferenceError("weakly-referenced object no longer exists")


class ProxyType:
    """Acts as the object it refers to, as long as that lives."""

    def __init__(self, obj, callback=None):
        object.__setattr__(self, "_reference", ref(obj, callback))

    def __getattribute__(self, name):
        obj = object.__getattribute__(self, "_reference")()
        return _dead() if obj is None else getattr(obj, name)

    def __setattr__(self, name, value):
        setattr(_object(self), name, value)

    def __delattr__(self, name):
        delattr(_object(self), name)

    def __call__(self, *args, **kwargs):
        return _object(self)(*args, **kwargs)

    def __str__(self):
        return str(_object(self))

    def __repr__(self):
        obj = _object(self)
        return f"<weakproxy at {id(self):#x} to {type(obj).__name__} at {id(obj):#x}>"

    def __bool__(self):
        return bool(_object(self))

    def __len__(self):
        return len(_object(self))

    def __iter__(self):
        return iter(_object(self))

    def __next__(self):
        return next(_object(self))

    def __contains__(self, item):
        return item in _object(self)

    def __getitem__(self, key):
        return _object(self)[key]

    def __setitem__(self, key, value):
        _object(self)[key] = value

    def __delitem__(self, key):
        del _object(self)[key]

    def __enter__(self):
        return _object(self).__enter__()

    def __exit__(self, *args):
        return _object(self).__exit__(*args)

    def __eq__(self, other):
        return _object(self) == _plain(other)

    def __lt__(self, other):
        return _object(self) < _plain(other)

    def __le__(self, other):
        return _object(self) <= _plain(other)

    def __gt__(self, other):
        return _object(self) > _plain(other)

    def __ge__(self, other):
        return _object(self) >= _plain(other)

    def __add__(self, other):
        return _object(self) + _plain(other)

    def __sub__(self, other):
        return _object(self) - _plain(other)

    def __mul__(self, other):
        return _object(self) * _plain(other)

    __hash__ = None


class CallableProxyType(ProxyType):
    pass


ProxyTypes = (ProxyType, CallableProxyType)


def _object(proxy_):
    obj = object.__getattribute__(proxy_, "_reference")()
    return _dead() if obj is None else obj


def _plain(value):
    return _object(value) if isinstance(value, ProxyType) else value


def proxy(obj, callback=None, /):
    """A stand-in for obj that does not keep it alive."""
    return (CallableProxyType if callable(obj) else ProxyType)(obj, callback)


def getweakrefcount(obj):
    raise NotImplementedError("weakref.getweakrefcount() is not supported here")


def getweakrefs(obj):
    raise NotImplementedError("weakref.getweakrefs() is not supported here")


class WeakMethod(ref):
    """A reference to a bound method, alive as long as its object."""

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        self = ref.__new__(cls, obj, callback)
        self._function = ref(func)
        self._method_type = type(meth)
        return self

    def __init__(self, meth, callback=None):
        self._hash = None

    def __call__(self):
        obj = ref.__call__(self)
        func = self._function()
        if obj is None or func is None:
            return None
        return self._method_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        mine = self()
        theirs = other()
        if mine is None or theirs is None:
            return self is other
        return mine == theirs

    __hash__ = ref.__hash__


class _WeakMapping:
    """What both kinds of weak dictionary share; `_data` holds what lives and what is not yet cleared away."""

    def __init__(self, other=(), /, **kw):
        self._data = {}
        self.update(other, **kw)

    def __len__(self):
        return len(self._pairs())

    def __iter__(self):
        return self.keys()

    def keys(self):
        for key, _ in self._pairs():
            yield key

    def values(self):
        for _, value in self._pairs():
            yield value

    def items(self):
        yield from self._pairs()

    def update(self, other=(), /, **kw):
        if hasattr(other, "items"):
            other = other.items()
        for key, value in list(other) + list(kw.items()):
            self[key] = value

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        pairs = self._pairs()
        if not pairs:
            raise KeyError("dictionary is empty")
        del self[pairs[-1][0]]
        return pairs[-1]

    def clear(self):
        self._data.clear()

    def copy(self):
        return type(self)(self._pairs())

    __copy__ = copy

    def __eq__(self, other):
        if isinstance(other, _WeakMapping):
            other = dict(other._pairs())
        return dict(self._pairs()) == other

    __hash__ = None

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakValueDictionary(_WeakMapping):
    """A dict whose entries go when nobody else has their values."""

    def _pairs(self):
        pairs = []
        for key, reference in list(self._data.items()):
            value = reference()
            if value is None:
                if self._data.get(key) is reference:
                    self._data.pop(key, None)
            else:
                pairs.append((key, value))
        return pairs

    def __getitem__(self, key):
        value = self._data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._data[key] = ref(value)

    def __delitem__(self, key):
        del self._data[key]

    def __contains__(self, key):
        reference = self._data.get(key)
        return reference is not None and reference() is not None

    def valuerefs(self):
        return list(self._data.values())


class WeakKeyDictionary(_WeakMapping):
    """A dict whose entries go when nobody else has their keys."""

    def _pairs(self):
        pairs = []
        for reference, value in list(self._data.items()):
            key = reference()
            if key is None:
                self._data.pop(reference, None)
            else:
                pairs.append((key, value))
        return pairs

    def _reference(self, key):
        reference = ref(key)
        hash(reference)   # known even when the object is gone
        return reference

    def __getitem__(self, key):
        try:
            return self._data[self._reference(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._data[self._reference(key)] = value

    def __delitem__(self, key):
        del self._data[self._reference(key)]

    def __contains__(self, key):
        try:
            return self._reference(key) in self._data
        except TypeError:
            return False

    def keyrefs(self):
        return list(self._data)


class WeakSet:
    """A set whose items go when nobody else has them."""

    def __init__(self, data=None):
        self._map = WeakKeyDictionary()
        if data is not None:
            self.update(data)

    def __iter__(self):
        return iter([key for key, _ in self._map._pairs()])

    def __len__(self):
        return len(self._map)

    def __contains__(self, item):
        return item in self._map

    def add(self, item):
        self._map[item] = True

    def discard(self, item):
        self._map.pop(item, None)

    def remove(self, item):
        if item not in self._map:
            raise KeyError(item)
        del self._map[item]

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self._map.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return WeakSet(self)

    def __or__(self, other):
        result = WeakSet(self)
        result.update(other)
        return result

    union = __or__

    def __and__(self, other):
        return WeakSet(item for item in self if item in other)

    intersection = __and__

    def __sub__(self, other):
        return WeakSet(item for item in self if item not in other)

    difference = __sub__

    def __le__(self, other):
        return all(item in other for item in self)

    issubset = __le__

    def __ge__(self, other):
        return all(item in self for item in other)

    issuperset = __ge__

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def __repr__(self):
        return repr(set(self))


class finalize:
    """Has func called when obj is gone, at the latest at the end of the program."""

    _alive = {}   # finalizer → (reference, func, args, kwargs), in order of making
    _registered = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered:
            import atexit
            atexit.register(finalize._at_exit)
            finalize._registered = True
        self.atexit = True
        finalize._alive[self] = (ref(obj, self), func, args, kwargs)

    def __call__(self, _=None):
        entry = finalize._alive.pop(self, None)
        if entry is not None:
            return entry[1](*entry[2], **entry[3])

    def detach(self):
        entry = finalize._alive.get(self)
        obj = entry and entry[0]()
        if obj is not None and finalize._alive.pop(self, None):
            return (obj, *entry[1:])

    def peek(self):
        entry = finalize._alive.get(self)
        obj = entry and entry[0]()
        if obj is not None:
            return (obj, *entry[1:])

    @property
    def alive(self):
        return self in finalize._alive

    def __repr__(self):
        entry = finalize._alive.get(self)
        obj = entry and entry[0]()
        if obj is None:
            return f"<finalize object at {id(self):#x}; dead>"
        return f"<finalize object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>"

    @classmethod
    def _at_exit(cls):
        while True:
            left = [f for f in cls._alive if f.atexit]
            if not left:
                return
            try:
                left[-1]()
            except Exception as error:
                sys._unraisable(None, left[-1], error)
