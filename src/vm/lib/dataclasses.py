"""Data classes: @dataclass writes __init__, __repr__, __eq__ and more from a class's annotations."""

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _Factory:
    def __repr__(self):
        return "<factory>"


_FACTORY = _Factory()


class _Missing:
    pass


MISSING = _Missing()


class _KwOnly:
    pass


KW_ONLY = _KwOnly()


class InitVar:
    """Marks an argument of __init__ that goes to __post_init__ only."""

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"


class Field:
    """What is known of one field."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._kind = "field"

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
                f"hash={self.hash!r},compare={self.compare!r},metadata=mappingproxy({self.metadata!r}),"
                f"kw_only={self.kw_only!r},_field_type=_FIELD)")

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook is not None:
            hook(self.default, owner, name)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_named(annotation, names, cls):
    """Whether an annotation, perhaps as text, is one of typing's or our names."""
    if not isinstance(annotation, str):
        return False
    text = annotation.strip().split("[")[0]
    return text.split(".")[-1] in names


def _is_classvar(annotation, cls):
    if _is_named(annotation, ("ClassVar",), cls):
        return True
    text = repr(annotation)
    return text == "typing.ClassVar" or text.startswith("typing.ClassVar[")


def _is_initvar(annotation, cls):
    return (annotation is InitVar or isinstance(annotation, InitVar)
            or _is_named(annotation, ("InitVar",), cls))


def _read_field(cls, name, annotation, kw_only):
    default = cls.__dict__.get(name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    if _is_classvar(annotation, cls):
        f._kind = "classvar"
    elif _is_initvar(annotation, cls):
        f._kind = "initvar"
    if f._kind in ("classvar", "initvar") and f.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._kind == "field" and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: "
                         "use default_factory")
    return f


def _gather(cls, kw_only):
    found = {}
    frozen_bases = []
    for base in reversed(cls.__mro__[1:]):
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            found.update(inherited)
            frozen_bases.append(base.__dataclass_params__.frozen)
    own = []
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or _is_named(annotation, ("KW_ONLY",), cls):
            kw_only = True
            continue
        own.append(_read_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(cls.__dict__.get(f.name), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found, frozen_bases


class _Params:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __repr__(self):
        return "_DataclassParams(" + ",".join([f"{k}={v!r}" for k, v in self.__dict__.items()]) + ")"


def _parameter(f):
    if f.default is not MISSING:
        return f"{f.name}=_default_{f.name}"
    if f.default_factory is not MISSING:
        return f"{f.name}=_FACTORY"
    return f.name


def _init_source(all_fields, frozen, has_post, self_name):
    taking = [f for f in all_fields if f.init]
    ordinary = [f for f in taking if not f.kw_only]
    keyword = [f for f in taking if f.kw_only]
    seen_default = False
    for f in ordinary:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    parameters = [self_name] + [_parameter(f) for f in ordinary]
    if keyword:
        parameters.append("*")
        parameters.extend([_parameter(f) for f in keyword])
    lines = []
    for f in all_fields:
        if f._kind == "initvar":
            continue
        if f.default_factory is not MISSING:
            value = f"_factory_{f.name}()"
            if f.init:
                value = f"{value} if {f.name} is _FACTORY else {f.name}"
        elif f.init:
            value = f.name
        elif f.default is not MISSING:
            value = f"_default_{f.name}"
        else:
            continue
        if frozen:
            lines.append(f" _setattr({self_name}, {f.name!r}, {value})")
        else:
            lines.append(f" {self_name}.{f.name} = {value}")
    if has_post:
        passed = ", ".join([f.name for f in all_fields if f._kind == "initvar"])
        lines.append(f" {self_name}.__post_init__({passed})")
    if not lines:
        lines.append(" pass")
    return f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines)


def _make_function(cls, name, source, names):
    exec(source, names)
    function = names[name]
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__module__ = cls.__module__
    return function


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _add_init(cls, all_fields, frozen):
    names = {"_FACTORY": _FACTORY, "_setattr": object.__setattr__}
    for f in all_fields:
        if f.default is not MISSING:
            names[f"_default_{f.name}"] = f.default
        elif f.default_factory is not MISSING:
            names[f"_factory_{f.name}"] = f.default_factory
    self_name = "__dataclass_self__" if any([f.name == "self" for f in all_fields]) else "self"
    init = _make_function(cls, "__init__", _init_source(
        all_fields, frozen, hasattr(cls, "__post_init__"), self_name), names)
    init.__annotations__ = {f.name: f.type.type if isinstance(f.type, InitVar) else f.type
                            for f in all_fields if f.init}
    init.__annotations__["return"] = None
    cls.__init__ = init


_printing = []


def _add_repr(cls, shown):
    def __repr__(self):
        import threading
        key = (id(self), threading.get_ident())
        if key in _printing:
            return "..."
        _printing.append(key)
        try:
            return (self.__class__.__qualname__ + "("
                    + ", ".join([f"{name}={getattr(self, name)!r}" for name in shown]) + ")")
        finally:
            _printing.remove(key)
    __repr__.__qualname__ = f"{cls.__qualname__}.__repr__"
    _set_new(cls, "__repr__", __repr__)


def _add_comparisons(cls, compared, eq, order):
    def values(self):
        return tuple([getattr(self, name) for name in compared])

    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def __lt__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) < values(other)

    def __le__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) <= values(other)

    def __gt__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) > values(other)

    def __ge__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) >= values(other)

    if eq:
        _set_new(cls, "__eq__", __eq__)
    if order:
        for function in (__lt__, __le__, __gt__, __ge__):
            if _set_new(cls, function.__name__, function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class "
                                f"{cls.__name__}. Consider using functools.total_ordering")


def _add_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if _set_new(cls, function.__name__, function):
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")


def _add_hash(cls, all_fields, eq, frozen, unsafe_hash, has_own_hash):
    hashed = [f.name for f in all_fields
              if f._kind == "field" and (f.compare if f.hash is None else f.hash)]

    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in hashed]))

    if unsafe_hash:
        if has_own_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = __hash__
    elif eq and frozen:
        if not has_own_hash:
            cls.__hash__ = __hash__
    elif eq and not has_own_hash:
        cls.__hash__ = None


def _with_slots(cls, names):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    body = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(base.__dict__.get("__slots__", ()))
    body["__slots__"] = tuple([name for name in names if name not in inherited])
    for name in names:
        body.pop(name, None)
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_own_hash = not (own_hash is MISSING or (own_hash is None and "__eq__" in cls.__dict__))
    found, frozen_bases = _gather(cls, kw_only)
    if frozen_bases:
        if frozen and not all(frozen_bases):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
        if not frozen and any(frozen_bases):
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    cls.__dataclass_fields__ = found
    cls.__dataclass_params__ = _Params(init=init, repr=repr, eq=eq, order=order,
                                       unsafe_hash=unsafe_hash, frozen=frozen)
    for_init = [f for f in found.values() if f._kind != "classvar"]
    plain = [f for f in for_init if f._kind == "field"]
    if init:
        _add_init(cls, for_init, frozen)
    if repr:
        _add_repr(cls, [f.name for f in plain if f.repr])
    _add_comparisons(cls, [f.name for f in plain if f.compare], eq, order)
    if frozen:
        _add_frozen(cls, [f.name for f in plain])
    _add_hash(cls, plain, eq, frozen, unsafe_hash, has_own_hash)
    if match_args:
        _set_new(cls, "__match_args__", tuple([f.name for f in for_init if f.init and not f.kw_only]))
    if not cls.__doc__:
        parts = []
        for f in for_init:
            if f.init:
                text = f.type.__name__ if isinstance(f.type, type) else str(f.type)
                text = f"{f.name}: {text}"
                if f.default is not MISSING:
                    text += f" = {f.default!r}"
                elif f.default_factory is not MISSING:
                    text += " = <factory>"
                parts.append(text)
        cls.__doc__ = f"{cls.__name__}({', '.join(parts)})"
    if slots:
        cls = _with_slots(cls, [f.name for f in plain])
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, "__dataclass_fields__", None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._kind == "field"])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _inner(obj, dict_factory, None)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _inner(obj, None, tuple_factory)


_ATOMS = (int, str, float, bool, bytes, complex, type(None), type, range, type(len), type(_gather))


def _inner(obj, dict_factory, tuple_factory):
    if _is_instance(obj):
        if tuple_factory is not None:
            return tuple_factory([_inner(getattr(obj, f.name), None, tuple_factory)
                                  for f in fields(obj)])
        return dict_factory([(f.name, _inner(getattr(obj, f.name), dict_factory, None))
                             for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_inner(v, dict_factory, tuple_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_inner(v, dict_factory, tuple_factory) for v in obj])
    if isinstance(obj, dict):
        return type(obj)([(_inner(k, dict_factory, tuple_factory),
                           _inner(v, dict_factory, tuple_factory)) for k, v in obj.items()])
    if type(obj) in _ATOMS:
        return obj
    import copy
    return copy.deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._kind == "classvar":
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified "
                                 "with replace()")
            continue
        if f.name not in changes:
            if f._kind == "initvar" and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            if f._kind != "initvar":
                changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
        elif len(item) == 2:
            annotations[item[0]] = item[1]
        else:
            annotations[item[0]] = item[1]
            body[item[0]] = item[2]
    body["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, body), **options)
