"""Shallow and deep copies."""

from _collections import deque

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error


def _immutable_types():
    import types
    return (type(None), int, float, bool, complex, str, bytes, type, range, slice, property, type(Ellipsis),
            type(NotImplemented), types.FunctionType, types.BuiltinFunctionType, types.ModuleType, types.CodeType)


_immutable = _immutable_types()


def _is_immutable(cls):
    return cls in _immutable or issubclass(cls, type)


def copy(x):
    """A new object with the same parts."""
    cls = type(x)
    if cls is tuple or cls is frozenset or _is_immutable(cls):
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _rebuild(x, None)


def deepcopy(x, memo=None, _nil=[]):
    """A new object with copies of the parts, theirs too."""
    cls = type(x)
    if _is_immutable(cls):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    there = memo.get(key, _nil)
    if there is not _nil:
        return there
    if cls is list:
        y = memo[key] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[key] = {}
        for k, v in list(x.items()):
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        y = _deep_tuple(x, memo)
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        y = bytearray(x)
    elif _is_method(cls):
        y = cls(x.__func__, deepcopy(x.__self__, memo))
    else:
        copier = getattr(cls, "__deepcopy__", None)
        y = copier(x, memo) if copier is not None else _rebuild(x, memo)
    if y is not x:
        memo[key] = y
        # The original lives as long as the memo: its id must not be another's.
        memo.setdefault(id(memo), []).append(x)
    return y


def _is_method(cls):
    import types
    return cls is types.MethodType


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    return x if all(a is b for a, b in zip(x, items)) else tuple(items)


def _refuse(cls):
    name = cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"
    raise TypeError(f"cannot pickle {name!r} object")


def _rebuild(x, memo):
    """By what the class says of pickling, else by its attributes and contents."""
    cls = type(x)
    reduce = getattr(cls, "__reduce__", None)
    if reduce is not None and reduce is not getattr(object, "__reduce__", None):
        made = reduce(x)
        if isinstance(made, str):
            return x
        function, args = made[:2]
        if memo is not None:
            args = tuple(deepcopy(a, memo) for a in args)
        y = function(*args)
        state = made[2] if len(made) > 2 else None
    else:
        y = _empty_copy(x, cls, memo)
        state = _state_of(x, cls)
    if memo is not None:
        memo[id(x)] = y
        state = deepcopy(state, memo)
    if state:
        _set_state(y, state)
    if isinstance(x, (list, deque)):
        for item in list(x):
            y.append(item if memo is None else deepcopy(item, memo))
    elif isinstance(x, dict):
        for k, v in list(x.items()):
            if memo is not None:
                k, v = deepcopy(k, memo), deepcopy(v, memo)
            y[k] = v
    return y


def _empty_copy(x, cls, memo):
    if hasattr(cls, "__getnewargs__"):
        args = cls.__getnewargs__(x)
        return cls.__new__(cls, *(args if memo is None else [deepcopy(a, memo) for a in args]))
    if isinstance(x, BaseException):
        return cls(*(x.args if memo is None else deepcopy(x.args, memo)))
    if isinstance(x, deque):
        return cls((), x.maxlen) if x.maxlen is not None else cls()
    for base in (tuple, str, int, float, bytes, frozenset, set):
        if isinstance(x, base):
            items = x if memo is None or base in (str, int, float, bytes) else [deepcopy(i, memo) for i in x]
            y = base.__new__(cls, items)
            if base is set:
                set.__init__(y, items)
            return y
    if cls.__module__ in ("_thread", "_io") or isinstance(x, _generator_type()):
        _refuse(cls)
    return cls.__new__(cls)


def _generator_type():
    import types
    return types.GeneratorType


def _state_of(x, cls):
    getter = getattr(cls, "__getstate__", None)
    if getter is not None and getter is not getattr(object, "__getstate__", None):
        return getter(x)
    state = dict(getattr(x, "__dict__", ()) or ())
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                state[name] = getattr(x, name)
    return state


def _set_state(y, state):
    setter = getattr(type(y), "__setstate__", None)
    if setter is not None:
        setter(y, state)
        return
    for name, value in state.items():
        object.__setattr__(y, name, value)
