# Functions about functions.

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)

_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


def reduce(function, sequence, initial=_missing, /):
    it = iter(sequence)
    if initial is _missing:
        value = next(it, _missing)
        if value is _missing:
            raise TypeError('reduce() of empty iterable with no initial value')
    else:
        value = initial
    for element in it:
        value = function(value, element)
    return value


class partial:
    def __new__(cls, func=_missing, /, *args, **keywords):
        if func is _missing:
            raise TypeError("type 'partial' takes at least one argument")
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __init__(self, /, *args, **keywords):
        pass

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)] + [repr(a) for a in self.args]
        parts += [f'{k}={v!r}' for k, v in self.keywords.items()]
        cls = type(self)
        return f"{'functools.partial' if cls is partial else cls.__qualname__}({', '.join(parts)})"

    def __reduce__(self):
        more = {k: v for k, v in self.__dict__.items() if k not in ('func', 'args', 'keywords')}
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, more or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError('invalid partial state')
        func, args, keywords, more = state
        if not callable(func) or not isinstance(args, tuple) or not isinstance(keywords, (dict, type(None))):
            raise TypeError('invalid partial state')
        self.func, self.args, self.keywords = func, tuple(args), dict(keywords or {})
        self.__dict__.update(more or {})


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func)] + [repr(a) for a in self.args] + [f'{k}={v!r}' for k, v in self.keywords.items()]
        return f"functools.partialmethod({', '.join(parts)})"

    def __get__(self, obj, cls=None):
        if hasattr(self.func, '__get__'):
            bound = self.func.__get__(obj, cls)
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, '__self__'):
                    made.__self__ = bound.__self__
                return made

        def _method(self_or_cls, /, *args, **keywords):
            return self.func(self_or_cls, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def __class_getitem__(cls, item):
        return cls


class _CompareKey:
    __slots__ = ('compare', 'obj')
    __hash__ = None

    def __init__(self, compare, obj):
        self.compare = compare
        self.obj = obj

    def __lt__(self, other):
        return self.compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self.compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self.compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self.compare(self.obj, other.obj) >= 0


def cmp_to_key(mycmp):
    def key(obj):
        return _CompareKey(mycmp, obj)
    return key


# --- ordering

def _from(name, derive):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return derive(self, other, result)
    return method


_derived = {
    '__lt__': [('__gt__', lambda a, b, r: not r and a != b), ('__le__', lambda a, b, r: r or a == b),
               ('__ge__', lambda a, b, r: not r)],
    '__le__': [('__ge__', lambda a, b, r: not r or a == b), ('__lt__', lambda a, b, r: r and a != b),
               ('__gt__', lambda a, b, r: not r)],
    '__gt__': [('__lt__', lambda a, b, r: not (r or a == b)), ('__ge__', lambda a, b, r: r or a == b),
               ('__le__', lambda a, b, r: not r)],
    '__ge__': [('__le__', lambda a, b, r: not r or a == b), ('__gt__', lambda a, b, r: r and a != b),
               ('__lt__', lambda a, b, r: not r)],
}


def total_ordering(cls):
    roots = [name for name in _derived if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for name, derive in _derived[root]:
        if name not in roots:
            method = _from(root, derive)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


# --- caches

class _CacheInfo(tuple):
    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % tuple(self)


_mark = (object(),)


def _make_key(args, keywords, typed):
    if not keywords and not typed:
        if len(args) == 1 and type(args[0]) in (int, str):
            return args[0]
        return args
    key = args
    if keywords:
        key += _mark
        for item in keywords.items():
            key += item
    if typed:
        key += tuple([type(a) for a in args])
        key += tuple([type(v) for v in keywords.values()])
    return key


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        function = maxsize
        return _cached(function, 128, typed)
    if maxsize is not None:
        if not isinstance(maxsize, int):
            raise TypeError('Expected first argument to be an integer, a callable, or None')
        maxsize = max(maxsize, 0)

    def decorate(function):
        return _cached(function, maxsize, typed)
    return decorate


def _cached(function, maxsize, typed):
    # Every single operation on the dict is atomic; threads that race compute a value twice at worst.
    values = {}
    hits = misses = 0

    def wrapper(*args, **keywords):
        nonlocal hits, misses
        key = _make_key(args, keywords, typed)
        value = values.get(key, _missing)
        if value is not _missing:
            hits += 1
            if maxsize is not None and values.pop(key, _missing) is not _missing:
                values[key] = value  # used last
            return value
        misses += 1
        value = function(*args, **keywords)
        if maxsize == 0:
            return value
        if maxsize is not None and key not in values and len(values) >= maxsize:
            try:
                values.pop(next(iter(values)), None)
            except (StopIteration, RuntimeError):
                pass
        values[key] = value
        return value

    def cache_info():
        return _CacheInfo(hits, misses, maxsize, len(values))

    def cache_clear():
        nonlocal hits, misses
        values.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f"{self.attrname!r} property.") from None
        value = attributes.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            attributes[self.attrname] = value
        return value


# --- single dispatch

def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry and base is not object:
                return registry[base]
        fitting = [c for c in registry if c is not object and issubclass(cls, c)]
        best = [c for c in fitting if not any(other is not c and issubclass(other, c) for other in fitting)]
        if len(best) > 1:
            raise RuntimeError(f'Ambiguous dispatch: {best[0]} or {best[1]}')
        return registry[best[0] if best else object]

    def is_type(cls):
        return isinstance(cls, type) and not hasattr(cls, '__args__')

    def parts(cls):
        """The classes of a union; () if it is none."""
        found = getattr(cls, '__args__', ())
        union = getattr(cls, '__origin__', None) is None or 'Union' in str(getattr(cls, '__origin__', ''))
        return found if found and union and all(map(is_type, found)) else ()

    def register(cls, implementation=None):
        known = is_type(cls) or parts(cls)
        if implementation is None:
            if known:
                return lambda f: register(cls, f)
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either '
                                '`@register(some_class)` or plain `@register` on an annotated function.')
            implementation = cls
            name, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                cls = eval(cls, implementation.__globals__)
            if not (is_type(cls) or parts(cls)):
                raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
        elif not known:
            raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
        for one in parts(cls) or (cls,):
            registry[one] = implementation
        return implementation

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            implementation = self.dispatcher.dispatch(type(args[0]))
            return implementation.__get__(obj, cls)(*args, **keywords)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
