# Helpers of the machine for statements and classes. Their frames are left out of tracebacks.


def collect_for_unpacking(iterable, limit):
    items = []
    if limit is None:
        for item in iterable:
            items.append(item)
        return items
    for item in iterable:
        items.append(item)
        if len(items) >= limit:
            break
    return items


def collect_arguments(iterable, function):
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError(f"{function} argument after * must be an iterable, "
                        f"not {type(iterable).__name__}") from None
    items = []
    for item in iterator:
        items.append(item)
    return items


def build_set(items):
    result = set()
    for item in items:
        result.add(item)
    return result


def build_map(items):
    result = {}
    for index in range(0, len(items), 2):
        result[items[index]] = items[index + 1]
    return result


def ascii_of(value):
    return ascii(value)


def truth_of_call(function, first, second):
    return bool(function(first, second))


def isinstance_any(value, classes):
    for entry in classes:
        if isinstance(value, entry):
            return True
    return False


def issubclass_any(value, classes):
    for entry in classes:
        if issubclass(value, entry):
            return True
    return False


def object_ne(eq, left, right):
    result = eq(left, right)
    if result is NotImplemented:
        return result
    return not result


def object_dir(value):
    names = set()
    if isinstance(value, type):
        for cls in value.__mro__:
            names.update(cls.__dict__)
        return sorted(names)
    attributes = getattr(value, "__dict__", None)
    if attributes is not None:
        names.update(attributes)
    for cls in type(value).__mro__:
        names.update(cls.__dict__)
    return sorted(names)


def announce_class(cls, keywords):
    for name, value in list(cls.__dict__.items()):
        hook = getattr(type(value), "__set_name__", None)
        if hook is not None:
            try:
                hook(value, cls, name)
            except Exception as error:
                raise RuntimeError(f"Error calling __set_name__ on {type(value).__name__!r} instance "
                                   f"{name!r} in {cls.__name__!r}") from error
    super(cls, cls).__init_subclass__(**keywords)
    return cls


def build_class_with_entries(bases, body, name, *arguments, **keywords):
    resolved = []
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            resolved.append(base)
        else:
            resolved.extend(entries(bases))
    cls = __build_class__(body, name, *resolved, **keywords)
    cls.__orig_bases__ = bases
    return cls


class GenericAlias:
    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)

    def __repr__(self):
        return f"{_type_text(self.__origin__)}[{', '.join([_type_text(a) for a in self.__args__])}]"

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getitem__(self, args):
        return GenericAlias(self.__origin__, args)

    def __or__(self, other):
        return union_type(self, other)

    def __ror__(self, other):
        return union_type(other, self)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, value):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")


class UnionType:
    def __init__(self, args):
        self.__args__ = args

    def __repr__(self):
        return " | ".join([_type_text(a) for a in self.__args__])

    def __or__(self, other):
        return union_type(self, other)

    def __ror__(self, other):
        return union_type(other, self)

    def __eq__(self, other):
        return isinstance(other, UnionType) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, value):
        return isinstance(value, self.__args__)

    def __subclasscheck__(self, value):
        return issubclass(value, self.__args__)


def _type_text(value):
    if value is type(None):
        return "None"
    if value is ...:
        return "..."
    if isinstance(value, type):
        module = value.__module__
        return value.__qualname__ if module == "builtins" else f"{module}.{value.__qualname__}"
    return repr(value)


def generic_alias(origin, args):
    return GenericAlias(origin, args)


def union_type(left, right):
    parts = []
    for side in (left, right):
        if side is None:
            side = type(None)
        entries = side.__args__ if isinstance(side, UnionType) else (side,)
        for entry in entries:
            if not isinstance(entry, (type, GenericAlias)):
                return NotImplemented
            if entry not in parts:
                parts.append(entry)
    return parts[0] if len(parts) == 1 else UnionType(tuple(parts))


def match_keys(subject, keys):
    seen = []
    values = []
    missing = object()
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.append(key)
        value = subject.get(key, missing)
        if value is missing:
            return None
        values.append(value)
    return tuple(values)


_matches_itself = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def match_class(subject, cls, names, positional):
    if not isinstance(subject, cls):
        return None
    values = []
    seen = []
    if positional:
        match_args = getattr(cls, "__match_args__", None)
        if match_args is None:
            if cls in _matches_itself or issubclass(cls, _matches_itself):
                if positional > 1:
                    raise TypeError(f"{cls.__name__}() accepts 1 positional sub-pattern "
                                    f"({positional} given)")
                values.append(subject)
                match_args = ()
                positional = 0
            else:
                match_args = ()
        elif not isinstance(match_args, tuple):
            raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got "
                            f"{type(match_args).__name__})")
        if positional > len(match_args):
            plural = "" if len(match_args) == 1 else "s"
            raise TypeError(f"{cls.__name__}() accepts {len(match_args)} positional "
                            f"sub-pattern{plural} ({positional} given)")
        names = match_args[:positional] + names
    for index, name in enumerate(names):
        if not isinstance(name, str):
            raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
        if name in seen:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
        seen.append(name)
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(values)


def os_error_text(number, text, file):
    return f"[Errno {number}] {text}" + ("" if file is None else f": {file!r}")


def check_point():
    """Long native work comes by here, so that it can be stopped."""
    for _ in (0,):
        pass


def describe_uncaught(error, depth=0):
    """Keeps str() of an exception and those it is chained to, for the report."""
    seen = []
    while error is not None and not any([error is e for e in seen]) and len(seen) < 100:
        seen.append(error)
        if not hasattr(error, "_il_text"):
            try:
                error._il_text = str(error)
            except Exception:
                error._il_text = "<exception str() failed>"
        if isinstance(error, BaseExceptionGroup) and depth < 10:
            for entry in error.exceptions:
                describe_uncaught(entry, depth + 1)
        if error.__cause__ is not None:
            error = error.__cause__
        else:
            error = None if error.__suppress_context__ else error.__context__


def split_exception_group(exception, classes):
    entries = classes if isinstance(classes, tuple) else (classes,)
    for entry in entries:
        if not (isinstance(entry, type) and issubclass(entry, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(entry, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if exception is None:
        return None, None
    if not isinstance(exception, BaseExceptionGroup):
        if isinstance(exception, classes):
            return None, ExceptionGroup("", (exception,))
        return exception, None
    match, rest = exception.split(classes)
    return rest, match


def _leaves(error, found):
    for entry in error.exceptions:
        if isinstance(entry, BaseExceptionGroup):
            _leaves(entry, found)
        else:
            found.append(entry)
    return found


def _only(group, leaves):
    """The part of a group that has these exceptions, or None."""
    kept = []
    for entry in group.exceptions:
        if isinstance(entry, BaseExceptionGroup):
            part = _only(entry, leaves)
            if part is not None:
                kept.append(part)
        elif any([entry is leaf for leaf in leaves]):
            kept.append(entry)
    if len(kept) == len(group.exceptions):
        return group
    return group._derived(kept)


def prepare_reraise_star(original, raised):
    remaining = [error for error in raised if error is not None]
    if not remaining:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return remaining[0]
    # What was not caught, or raised again as it was, goes on in the shape it had.
    fresh = []
    leaves = []
    known = _leaves(original, [])
    for error in remaining:
        if isinstance(error, BaseExceptionGroup):
            inside = _leaves(error, [])
            if all([any([leaf is k for k in known]) for leaf in inside]):
                leaves.extend(inside)
                continue
        fresh.append(error)
    if leaves:
        rest = _only(original, leaves)
        if not fresh:
            return rest
        fresh.append(rest)
    if len(fresh) == 1 and isinstance(fresh[0], BaseExceptionGroup):
        return fresh[0]
    return ExceptionGroup("", fresh)


class BaseExceptionGroup(BaseException):
    __module__ = "builtins"

    def __new__(cls, message, exceptions):
        if not isinstance(message, str):
            raise TypeError(f"BaseExceptionGroup.__new__() argument 1 must be str, not {type(message).__name__}")
        if not hasattr(type(exceptions), "__getitem__"):
            raise TypeError("second argument (exceptions) must be a sequence")
        entries = tuple(exceptions)
        if not entries:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        for index, error in enumerate(entries):
            if not isinstance(error, BaseException):
                raise ValueError(f"Item {index} of second argument (exceptions) is not an exception")
        if cls is BaseExceptionGroup:
            if all([isinstance(error, Exception) for error in entries]):
                cls = ExceptionGroup
        elif issubclass(cls, Exception):
            for error in entries:
                if not isinstance(error, Exception):
                    raise TypeError(f"Cannot nest BaseExceptions in an {cls.__name__}"
                                    if cls is ExceptionGroup else
                                    f"Cannot nest BaseExceptions in {cls.__name__!r}")
        self = super().__new__(cls, message, exceptions)
        self.message = message
        self.exceptions = entries
        return self

    def __init__(self, message, exceptions):
        pass

    def __str__(self):
        plural = "" if len(self.exceptions) == 1 else "s"
        return f"{self.message} ({len(self.exceptions)} sub-exception{plural})"

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    def derive(self, exceptions):
        return BaseExceptionGroup(self.message, exceptions)

    def split(self, condition):
        matches = _condition(condition)
        if matches(self):
            return self, None
        matched = []
        others = []
        for error in self.exceptions:
            if isinstance(error, BaseExceptionGroup):
                match, rest = error.split(condition)
                if match is not None:
                    matched.append(match)
                if rest is not None:
                    others.append(rest)
            elif matches(error):
                matched.append(error)
            else:
                others.append(error)
        return self._derived(matched), self._derived(others)

    def subgroup(self, condition):
        return self.split(condition)[0]

    def _derived(self, exceptions):
        if not exceptions:
            return None
        group = self.derive(exceptions)
        group.__traceback__ = self.__traceback__
        group.__context__ = self.__context__
        group.__cause__ = self.__cause__
        notes = getattr(self, "__notes__", None)
        if notes is not None:
            group.__notes__ = list(notes)
        return group


class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = "builtins"


def _condition(condition):
    if isinstance(condition, type) and issubclass(condition, BaseException):
        return lambda error: isinstance(error, condition)
    if isinstance(condition, tuple) and all([isinstance(entry, type) and
                                             issubclass(entry, BaseException)
                                             for entry in condition]):
        return lambda error: isinstance(error, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")


import builtins

builtins.BaseExceptionGroup = BaseExceptionGroup
builtins.ExceptionGroup = ExceptionGroup


def sys_attribute(name):
    if not name.startswith("__"):
        import _sysinfo
        if name in _sysinfo.known:
            return _sysinfo.known[name]
    import sys
    raise AttributeError(f"module 'sys' has no attribute '{name}'", name=name, obj=sys)


def dir_of(value):
    return sorted(type(value).__dir__(value))


def report_uncaught(exception, hook):
    import sys
    if hook is None:
        import traceback
        sys.stderr.write("".join(traceback.format_exception(exception)))
        return
    try:
        hook(type(exception), exception, exception.__traceback__)
    except BaseException as error:
        import traceback
        sys.stderr.write("Error in sys.excepthook:\n" + "".join(traceback.format_exception(error)) +
                         "\nOriginal exception was:\n" + "".join(traceback.format_exception(exception)))


def strptime(data, *format):
    import _strptime
    return _strptime._strptime_time(data, *format)


import sys

sys.__getattr__ = sys_attribute
