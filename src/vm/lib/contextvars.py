"""Variables that belong to a context; every thread begins with an empty one."""

from threading import local as _local

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')

_missing = object()


class _Current(_local):
    def __init__(self):
        self.context = Context()


class Context:
    """What copy_context() gives: the values of variables at that time."""

    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        before = _current.context
        _current.context = self
        self._entered = True
        try:
            return callable(*args, **kwargs)
        finally:
            self._entered = False
            _current.context = before

    def copy(self):
        new = Context()
        new._values = self._values.copy()
        return new

    def __getitem__(self, var):
        return self._values[_checked(var)]

    def __contains__(self, var):
        return _checked(var) in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def get(self, var, default=None):
        return self._values.get(_checked(var), default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def _checked(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")
    return var


class ContextVar:
    """A variable with a value in each context."""

    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    @property
    def name(self):
        return self._name

    def get(self, default=_missing, /):
        value = _current.context._values.get(self, self._default if default is _missing else default)
        if value is _missing:
            raise LookupError(self)
        return value

    def set(self, value, /):
        values = _current.context._values
        token = Token(self, values.get(self, Token.MISSING), _current.context)
        values[self] = value
        return token

    def reset(self, token, /):
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _current.context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is Token.MISSING:
            _current.context._values.pop(self, None)
        else:
            _current.context._values[self] = token._old

    def __class_getitem__(cls, item):
        return cls

    def __repr__(self):
        default = "" if self._default is _missing else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


class Token:
    """What ContextVar.set() gives, for reset()."""

    MISSING = _Missing()

    def __init__(self, var, old, context):
        self._var, self._old, self._context = var, old, context
        self._used = False

    var = property(lambda self: self._var)
    old_value = property(lambda self: self._old)

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self._var!r} at {id(self):#x}>"


_current = _Current()


def copy_context():
    return _current.context.copy()
