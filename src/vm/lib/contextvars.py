"""Variables that belong to a context; every thread has one."""

import threading

__all__ = ["Context", "ContextVar", "Token", "copy_context"]
_local = threading.local()


def _current():
    try:
        return _local.context
    except AttributeError:
        _local.context = Context()
        return _local.context


class Token:
    MISSING = type("MISSING", (), {"__repr__": lambda self: "<Token.MISSING>"})()

    def __init__(self, var, old, context):
        self.var, self.old_value, self._context, self._used = var, old, context, False

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self.var!r} at {id(self):#x}>"


class ContextVar:
    def __init__(self, name, *, default=Token.MISSING):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name, self._default = name, default

    def __class_getitem__(cls, item):
        return cls

    def get(self, *default):
        value = _current()._values.get(self, Token.MISSING)
        if value is not Token.MISSING:
            return value
        if default:
            return default[0]
        if self._default is Token.MISSING:
            raise LookupError(self)
        return self._default

    def set(self, value):
        context = _current()
        token = Token(self, context._values.get(self, Token.MISSING), context)
        context._values = {**context._values, self: value}
        return token

    def reset(self, token):
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _current()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        values = dict(context._values)
        values.pop(self, None)
        if token.old_value is not Token.MISSING:
            values[self] = token.old_value
        context._values = values

    def __repr__(self):
        default = "" if self._default is Token.MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"


class Context:
    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        before = _current()
        self._entered, _local.context = True, self
        try:
            return callable(*args, **kwargs)
        finally:
            self._entered, _local.context = False, before

    def copy(self):
        other = Context()
        other._values = self._values
        return other

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def get(self, var, default=None):
        return self._values.get(var, default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def copy_context():
    return _current().copy()
