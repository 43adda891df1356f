"""Enumerations: Enum, IntEnum, StrEnum, Flag and IntFlag, as CPython 3.11 behaves."""

__all__ = ["EnumMeta", "EnumType", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum",
           "auto", "unique", "property", "member", "nonmember", "verify", "UNIQUE", "CONTINUOUS",
           "NAMED_FLAGS", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_enum"]

_property = property
Enum = Flag = None
_unset = object()
_complete = False  # this module's own classes may use names that are reserved


class auto:
    """Stands for the next value."""

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return "auto()" if self.value is _unset else f"auto({self.value!r})"


class member:
    """Makes a member of what would not be one."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Keeps a value from becoming a member."""

    def __init__(self, value):
        self.value = value


class property(_property):
    pass


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


class _Names(dict):
    """The namespace of an enumeration's body: gathers members, resolves auto()."""

    def __init__(self, cls_name):
        super().__init__()
        self.cls_name = cls_name
        self.members = {}
        self.last_values = []
        self.ignore = []
        self.generate = None
        self.used_auto = False

    def __setitem__(self, key, value):
        if key.startswith(f"_{self.cls_name}__"):
            pass
        elif _is_sunder(key):
            if _complete and key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_",
                           "_ignore_", "_iter_member_", "_iter_member_by_value_",
                           "_iter_member_by_def_", "_value_repr_", "_boundary_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self.used_auto:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self.generate = getattr(value, "__func__", value)
            elif key == "_ignore_":
                self.ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
        elif _is_dunder(key):
            pass
        elif key in self.members:
            raise TypeError(f"{key!r} already defined as {self.members[key]!r}")
        elif key in self.ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) and not isinstance(value, member):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            elif isinstance(value, auto):
                value = self._resolved(key, value)
            elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                value = tuple([self._resolved(key, v) if isinstance(v, auto) else v for v in value])
            self.members[key] = value
            self.last_values.append(value)
        super().__setitem__(key, value)

    def _resolved(self, key, item):
        self.used_auto = True
        if item.value is _unset:
            item.value = self.generate(key, 1, len(self.members), self.last_values[:])
        return item.value

    def update(self, other=(), **more):
        for key in other:
            self[key] = other[key]
        for key, value in more.items():
            self[key] = value


class EnumType(type):
    """The class of enumeration classes."""

    @classmethod
    def __prepare__(metacls, cls, bases, **keywords):
        names = _Names(cls)
        if Enum is not None:
            metacls._check_for_existing_members(cls, bases)
            first = metacls._first_enum(bases)
            if first is not None:
                names.generate = first._generate_next_value_
        return names

    @classmethod
    def _check_for_existing_members(metacls, name, bases):
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {name!r}> cannot extend {base!r}")

    @classmethod
    def _first_enum(metacls, bases):
        if not bases:
            return Enum
        last = bases[-1]
        if not isinstance(last, EnumType):
            raise TypeError("new enumerations should be created as "
                            "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return last

    @classmethod
    def _data_type(metacls, bases):
        for base in bases:
            for entry in base.__mro__:
                if entry is object:
                    continue
                if isinstance(entry, EnumType):
                    if entry._member_type_ is not object:
                        return entry._member_type_
                    continue
                if "__new__" in entry.__dict__ or entry.__module__ == "builtins":
                    # The most derived class that holds data.
                    return base if not isinstance(base, EnumType) else entry
        return object

    def __new__(metacls, cls_name, bases, names, *, boundary=None, _simple=False, **keywords):
        if Enum is None:
            cls = super().__new__(metacls, cls_name, bases, dict(names), **keywords)
            cls._member_names_ = []
            cls._member_map_ = {}
            cls._value2member_map_ = {}
            cls._member_type_ = object
            return cls
        members = names.members
        ignored = names.ignore
        for key in ignored:
            names.pop(key, None)
        first = metacls._first_enum(bases)
        data_type = metacls._data_type(bases)
        body = {key: value for key, value in names.items() if key not in members}
        body.pop("_ignore_", None)
        order = body.pop("_order_", None)
        custom_new = body.get("__new__")
        if custom_new is not None:
            body["__new_member__"] = custom_new
        body["__new__"] = Enum.__new__
        body["_member_names_"] = []
        body["_member_map_"] = {}
        body["_value2member_map_"] = {}
        body["_member_type_"] = data_type
        body["_generate_next_value_"] = staticmethod(names.generate)
        is_flag = Flag is not None and any(issubclass(b, Flag) for b in bases if isinstance(b, type))
        if is_flag:
            body["_boundary_"] = boundary or getattr(first, "_boundary_", None)
            body["_flag_mask_"] = 0
            body["_all_bits_"] = 0
            body["_singles_mask_"] = 0
        for name in ("__repr__", "__str__", "__format__"):
            if name not in body and data_type is not object:
                _choose_text(body, name, bases, first, data_type)
        cls = super().__new__(metacls, cls_name, bases, body, **keywords)
        make = custom_new
        if isinstance(make, staticmethod):
            make = make.__func__
        if make is None:
            for base in cls.__mro__[1:]:
                found = base.__dict__.get("__new_member__")
                if found is not None:
                    make = getattr(found, "__func__", found)
                    break
        for key, value in members.items():
            metacls._add_member(cls, key, value, make, data_type, is_flag)
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            if wanted != cls._member_names_:
                raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n"
                                f"  {wanted!r}")
        return cls

    def __init__(cls, *args, **keywords):
        pass

    @staticmethod
    def _add_member(cls, key, value, make, data_type, is_flag):
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        if make is not None:
            new = make(cls, *args)
        elif data_type is object:
            new = object.__new__(cls)
        else:
            new = data_type.__new__(cls, *args)
        if not hasattr(new, "_value_"):
            if data_type is object:
                new._value_ = value
            else:
                try:
                    new._value_ = data_type(*args)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        value = new._value_
        new._name_ = key
        new.__objclass__ = cls
        new._sort_order_ = len(cls._member_names_)
        if not _is_plain_init(cls):
            new.__init__(*args)
        known = None
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            for other in cls._member_map_.values():
                if other._value_ == value:
                    known = other
        if known is not None:
            new = known
        else:
            single = not is_flag or not isinstance(value, int) or (value > 0 and value & (value - 1) == 0)
            if single:
                cls._member_names_.append(key)
            if is_flag and isinstance(value, int):
                type.__setattr__(cls, "_flag_mask_", cls._flag_mask_ | value)
                if single:
                    type.__setattr__(cls, "_singles_mask_", cls._singles_mask_ | value)
                type.__setattr__(cls, "_all_bits_", 2 ** cls._flag_mask_.bit_length() - 1)
        type.__setattr__(cls, key, new)
        cls._member_map_[key] = new
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            pass

    def __call__(cls, value, names=_unset, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if names is _unset and type is None:
            return cls.__new__(cls, value)
        return cls._create_(value, None if names is _unset else names, module=module,
                            qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        body = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            pairs = []
            for count, name in enumerate(names):
                value = body.generate(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names or ():
            key, value = (item, names[item]) if isinstance(item, str) else item
            body[key] = value
        if module is None:
            module = _caller_module()
        body["__module__"] = module
        if qualname is not None:
            body["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return value._name_ in cls._member_map_ or isinstance(value, Flag)
        if not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(value).__qualname__, cls.__class__.__qualname__))
        return False

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        raise AttributeError(name) from None

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__",
                       "__iter__", "__len__", "__members__", "__module__", "__name__",
                       "__qualname__"] + cls._member_names_)


EnumMeta = EnumType


def _caller_module():
    return "__main__"


def _is_plain_init(cls):
    for base in cls.__mro__:
        if "__init__" in base.__dict__:
            return base is object or base.__module__ == "builtins" or base is Enum
    return True


def _choose_text(body, name, bases, first, data_type):
    # A data type's own text does not win over the enumeration's, but for ReprEnum's.
    for base in bases:
        for entry in base.__mro__:
            if entry is object or entry.__module__ == "builtins":
                continue
            if name in entry.__dict__:
                body[name] = entry.__dict__[name]
                return


class Enum(metaclass=EnumType):
    """An enumeration; derive a class from it."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for entry in cls._member_map_.values():
                if entry._value_ == value:
                    return entry
        if not cls._member_map_ and not (Flag is not None and issubclass(cls, Flag)):
            raise TypeError(f"{cls!r} has no members defined")
        problem = None
        result = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            problem = error
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and \
                isinstance(result, int):
            return result
        wrong = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if result is None and problem is None:
            raise wrong
        if problem is None:
            problem = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of "
                                "None or a valid member")
        if not isinstance(problem, ValueError):
            problem.__context__ = wrong
        raise problem

    def __init__(self, *args, **keywords):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            for value in reversed(last_values):
                if isinstance(value, int):
                    return value + 1
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, protocol):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    def __dir__(self):
        return ["__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"]

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """Only repr() is the enumeration's; str() and format() are the data type's."""


class IntEnum(int, ReprEnum):
    """Members are integers."""

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)


class StrEnum(str, ReprEnum):
    """Members are strings; auto() gives the name in lower case."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        new = str.__new__(cls, *values)
        new._value_ = str(*values)
        return new

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return str.__str__(self._value_)

    def __format__(self, spec):
        return str.__format__(self._value_, spec)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _binary(number, bits):
    if number < 0:
        number += 1 << (bits + 1)
        return "0b1 " + format(number & ((1 << bits) - 1), f"0{bits}b")
    return "0b0 " + format(number, f"0{bits}b")


class Flag(Enum):
    """Members combine with |, & and ^."""

    _boundary_ = STRICT
    _flag_mask_ = 0
    _all_bits_ = 0
    _singles_mask_ = 0

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        return 2 ** last.bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        if not ~cls._all_bits_ <= value <= cls._all_bits_ or value & (cls._all_bits_ ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {_binary(value, bits)}\n"
                                 f"  allowed {_binary(mask, bits)}")
            if cls._boundary_ is CONFORM:
                value = value & mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(cls._all_bits_ + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += cls._all_bits_ + 1
            if cls._boundary_ is not KEEP:
                value &= mask
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        unknown = value & ~mask
        if cls._member_type_ is object:
            new = object.__new__(cls)
        else:
            new = cls._member_type_.__new__(cls, value)
        new._value_ = value
        names = [m._name_ for m in cls._iter_value(value)]
        if names:
            new._name_ = "|".join(names)
            if unknown:
                new._name_ += f"|{unknown:#x}" if cls._numeric_hex() else f"|{unknown}"
        else:
            new._name_ = None
        return cls._value2member_map_.setdefault(value, new)

    @classmethod
    def _numeric_hex(cls):
        return False

    @classmethod
    def _iter_value(cls, value):
        found = [cls._member_map_[name] for name in cls._member_names_]
        return sorted([m for m in found if m._value_ & value], key=lambda m: m._value_)

    def __repr__(self):
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {self._value_!r}>"
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __hash__(self):
        return hash(self._name_)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter(self._iter_value(self._value_))

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ is KEEP:
            return self.__class__(~self._value_)
        return self.__class__(self._flag_mask_ & ~self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers."""

    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __ror__ = Flag.__or__
    __rand__ = Flag.__and__
    __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __contains__ = Flag.__contains__
    __repr__ = Flag.__repr__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)


_complete = True


def unique(cls):
    """A decorator that refuses aliases."""
    duplicates = [(alias, m._name_) for alias, m in cls._member_map_.items() if alias != m._name_]
    if duplicates:
        text = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"duplicate values found in {cls!r}: {text}")
    return cls


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, cls):
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(alias, m._name_) for alias, m in cls._member_map_.items()
                           if alias != m._name_]
                if aliases:
                    text = ", ".join([f"{alias} -> {name}" for alias, name in aliases])
                    raise ValueError(f"aliases found in {cls!r}: {text}")
            elif check is CONTINUOUS:
                values = sorted([m._value_ for m in cls])
                missing = [v for v in range(values[0], values[-1]) if v not in values] if values else []
                if missing:
                    raise ValueError(f"invalid enum {cls.__name__!r}: missing values "
                                     f"{', '.join([str(v) for v in missing])}")
        return cls


def global_enum(cls, update_str=False):
    """Puts the members into the module of the class."""
    import sys
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
