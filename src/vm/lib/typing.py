"""Names for annotations. Nothing here is checked when the program runs."""

import abc
import collections
import types

TYPE_CHECKING = False


class _Form:
    """A special name that may stand with [arguments]."""

    def __init__(self, name, make=None):
        self._name = name
        self._make = make

    def __getitem__(self, args):
        return self._make(self, args) if self._make else _Alias(self, args)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        return ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"typing.{self._name}"


def _text(value):
    if value is Ellipsis:
        return "..."
    if value is type(None):
        return "None"
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_text, value)) + "]"
    return repr(value)


class _Alias(types.GenericAlias):
    """A name of this module with its arguments."""

    def __init__(self, origin, args):
        types.GenericAlias.__init__(self, origin, args)
        self._form = origin
        if isinstance(origin, _Form) and origin in _ORIGINS:
            self.__origin__ = _ORIGINS[origin]

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, _Form):
            raise TypeError(f"Cannot instantiate {self!r}")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return () if isinstance(self.__origin__, _Form) else (self.__origin__,)

    def __getitem__(self, args):
        return _Alias(self._form, args)

    def __repr__(self):
        if isinstance(self._form, _Form) and self._form._name == "Callable" and len(self.__args__) == 2:
            return f"typing.Callable[{_text(self.__args__[0])}, {_text(self.__args__[1])}]"
        name = repr(self._form) if isinstance(self._form, _Form) else _text(self._form)
        return f"{name}[{', '.join(map(_text, self.__args__))}]"


class _UnionAlias(_Alias):
    def __eq__(self, other):
        return isinstance(other, _UnionAlias) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__args__)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f"typing.Optional[{_text(args[0] if args[1] is type(None) else args[1])}]"
        return _Alias.__repr__(self)


def _make_union(form, args):
    if not isinstance(args, tuple):
        args = (args,)
    flat = []
    for arg in args:
        if arg is None:
            arg = type(None)
        for part in arg.__args__ if isinstance(arg, _UnionAlias) else (arg,):
            if part not in flat:
                flat.append(part)
    return flat[0] if len(flat) == 1 else _UnionAlias(Union, tuple(flat))


Any = _Form("Any")
Union = _Form("Union", _make_union)
Optional = _Form("Optional", lambda form, arg: _make_union(form, (arg, None)))
_ORIGINS = {}
for _name in ("ClassVar", "Final", "Literal", "Annotated", "Concatenate", "Unpack", "Required", "NotRequired",
              "TypeGuard", "NoReturn", "Never", "Self", "LiteralString", "TypeAlias", "Callable", "Type", "List", "Dict",
              "Set", "FrozenSet", "Tuple", "Deque", "DefaultDict", "OrderedDict", "Counter", "ChainMap", "Iterable",
              "Iterator", "Generator", "Sequence", "MutableSequence", "Mapping", "MutableMapping", "AbstractSet",
              "MutableSet", "Collection", "Container", "Sized", "Hashable", "Reversible", "Awaitable", "Coroutine",
              "AsyncIterable", "AsyncIterator", "AsyncGenerator", "ContextManager", "AsyncContextManager", "Pattern",
              "Match", "ByteString", "KeysView", "ItemsView", "ValuesView", "MappingView", "IO", "TextIO", "BinaryIO",
              "SupportsInt", "SupportsFloat", "SupportsAbs", "SupportsIndex", "SupportsBytes", "SupportsComplex",
              "SupportsRound"):
    globals()[_name] = _Form(_name)
for _name, _origin in (("List", list), ("Dict", dict), ("Set", set), ("FrozenSet", frozenset), ("Tuple", tuple),
                       ("Type", type), ("Deque", collections.deque), ("DefaultDict", collections.defaultdict),
                       ("OrderedDict", collections.OrderedDict), ("Counter", collections.Counter),
                       ("ChainMap", collections.ChainMap)):
    _ORIGINS[globals()[_name]] = _origin
Text = str
AnyStr = None


class _Variable:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class TypeVar(_Variable):
    pass


class ParamSpec(_Variable):
    args = property(lambda self: f"{self.__name__}.args")
    kwargs = property(lambda self: f"{self.__name__}.kwargs")


class TypeVarTuple(_Variable):
    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar('AnyStr', bytes, str)


class Generic:
    """A base of classes with type arguments."""

    def __class_getitem__(cls, args):
        return _Alias(cls, args)


class _ProtocolMeta(abc.ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_runtime_protocol"):
            return all(hasattr(instance, name) for name in _members(cls))
        return super().__instancecheck__(instance)


def _members(cls):
    names = set()
    for base in cls.__mro__:
        if base.__dict__.get("_is_protocol") and base is not Protocol:
            names.update(n for n in list(base.__dict__) + list(base.__dict__.get("__annotations__", ()))
                         if n not in _NOT_MEMBERS)
    return names


_NOT_MEMBERS = frozenset(("__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__",
                          "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "_is_protocol",
                          "_runtime_protocol", "_abc_registry", "__parameters__", "__orig_bases__", "__qualname__"))


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base of classes that say what methods others have."""

    _is_protocol = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._is_protocol = Protocol in cls.__bases__


def runtime_checkable(cls):
    cls._runtime_protocol = True
    return cls


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if not bases:
            return type.__new__(mcls, name, bases, namespace)
        hints = namespace.get("__annotations__", {})
        defaults = [namespace[field] for field in hints if field in namespace]
        cls = collections.namedtuple(name, list(hints), defaults=defaults, module=namespace["__module__"])
        cls.__annotations__ = dict(hints)
        for key, value in namespace.items():
            if key not in ("__module__", "__qualname__", "__annotations__") and key not in hints:
                setattr(cls, key, value)
        return cls

    def __call__(cls, typename, fields=None, /, **kwargs):
        pairs = list(fields or kwargs.items())
        made = collections.namedtuple(typename, [field for field, _ in pairs])
        made.__annotations__ = dict(pairs)
        return made


class NamedTuple(metaclass=_NamedTupleMeta):
    """class Point(NamedTuple): x: int"""


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        if not bases:
            return type.__new__(mcls, name, bases, namespace)
        hints = {}
        for base in bases:
            hints.update(getattr(base, "__annotations__", {}))
        hints.update(namespace.get("__annotations__", {}))
        cls = type.__new__(mcls, name, (TypedDict,), dict(namespace))
        cls.__annotations__ = hints
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **kwargs):
        if cls is TypedDict:
            name, fields = args
            return _TypedDictMeta(name, (TypedDict,), {"__annotations__": dict(fields)}, **kwargs)
        return dict(*args, **kwargs)


class TypedDict(metaclass=_TypedDictMeta):
    """class Movie(TypedDict): name: str"""


class NewType:
    """A name for a class that is another one to type checkers."""

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x):
        return x

    def __or__(self, other):
        return Union[self, other]

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


def cast(typ, val):
    return val


def overload(func):
    def refused(*args, **kwds):
        raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated "
                                  "functions outside a stub module should always be followed by an implementation that "
                                  "is not @overload-ed.")
    return refused


def final(f):
    return f


def override(f):
    return f


def no_type_check(arg):
    return arg


def dataclass_transform(**kwargs):
    return lambda cls: cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get("__annotations__", {}))
    else:
        hints.update(getattr(obj, "__annotations__", {}))
    names = globalns if globalns is not None else getattr(obj, "__globals__", {})
    for key, value in hints.items():
        if value is None:
            hints[key] = type(None)
        elif isinstance(value, str):
            hints[key] = eval(value, names, localns or {})
    return hints


def get_origin(tp):
    if isinstance(tp, _UnionAlias):
        return Union
    return getattr(tp, "__origin__", None) if isinstance(tp, types.GenericAlias) else None


def get_args(tp):
    return getattr(tp, "__args__", ()) if isinstance(tp, (types.GenericAlias, types.UnionType)) else ()


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


__all__ = [_name for _name in list(globals()) if not _name.startswith('_') and
           _name not in ('abc', 'collections', 'types')]
