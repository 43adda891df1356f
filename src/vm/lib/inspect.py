"""What functions, classes and frames are made of."""

import sys
import types
from collections import OrderedDict, namedtuple

CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR = 4, 8, 32


class _empty:
    pass


_empty.__name__ = "_empty"
_empty.__qualname__ = "Parameter.empty"


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType) and not isinstance(getattr(object, "__self__", None), type)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    return not isclass(object) and (hasattr(type(object), "__set__") or hasattr(type(object), "__delete__"))


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def _code_flag(object, flag):
    while ismethod(object):
        object = object.__func__
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(object):
    return _code_flag(object, CO_GENERATOR)


def iscoroutinefunction(object):
    return False


iscoroutine = isawaitable = isasyncgen = isasyncgenfunction = iscoroutinefunction


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return type(object).__name__ == "traceback"


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getattr_static(obj, attr, default=_empty):
    for place in [getattr(obj, "__dict__", {})] + [c.__dict__ for c in (obj if isclass(obj) else type(obj)).__mro__]:
        if attr in place:
            return place[attr]
    if default is _empty:
        raise AttributeError(attr)
    return default


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and ismethod(object):
        for base in type(object.__self__).__mro__:
            doc = doc or getattr(base.__dict__.get(object.__name__), "__doc__", None)
    elif doc is None and isclass(object):
        for base in object.__mro__[:-1]:
            doc = doc or base.__dict__.get("__doc__")
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object):
    return object if ismodule(object) else sys.modules.get(getattr(object, "__module__", None))


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
    return func


def _code(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if not iscode(object):
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                        + type(object).__name__)
    return object


def getsourcefile(object):
    if ismodule(object):
        return object.__file__
    if isclass(object):
        return sys.modules[object.__module__].__file__
    return _code(object).co_filename


getfile = getabsfile = getsourcefile


def findsource(object):
    import linecache
    lines = linecache.getlines(getsourcefile(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if not isclass(object):
        return lines, _code(object).co_firstlineno - 1
    at = -1
    for name in object.__qualname__.replace("<locals>.", "").split("."):
        at = next((i for i in range(at + 1, len(lines)) if lines[i].split("(")[0].split(":")[0].split() in
                   (["class", name], ["def", name])), None)
        if at is None:
            raise OSError("could not find class definition")
    while at and lines[at - 1].lstrip().startswith("@"):
        at -= 1
    return lines, at


def getblock(lines):
    def indent(line):
        return len(line) - len(line.lstrip())
    first = indent(lines[0])
    end = last = 0
    depth = 0
    header = True
    for end, line in enumerate(lines):
        text = line.strip()
        if header:
            depth += text.count("(") + text.count("[") - text.count(")") - text.count("]")
            header = depth > 0 or text.startswith("@") or not text.split("#")[0].rstrip().endswith(":")
            last = end
            if header and depth <= 0 and not text.startswith("@"):
                break
        elif text and not text.startswith("#"):
            if indent(line) <= first:
                break
            last = end
    return lines[:last + 1]


def getsourcelines(object):
    object = unwrap(object)
    lines, at = findsource(object)
    return (lines, 0) if ismodule(object) else (getblock(lines[at:]), at + 1)


def getsource(object):
    return "".join(getsourcelines(object)[0])


# --- signatures

class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = super().__new__(cls, value)
        self.name, self.description = name, description
        return self

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"

    def __str__(self):
        return self.name


_KINDS = [_ParameterKind(i, *names) for i, names in enumerate((
    ("POSITIONAL_ONLY", "positional-only"), ("POSITIONAL_OR_KEYWORD", "positional or keyword"),
    ("VAR_POSITIONAL", "variadic positional"), ("KEYWORD_ONLY", "keyword-only"), ("VAR_KEYWORD", "variadic keyword")))]


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, type) and type(annotation).__name__ != "GenericAlias":
        return annotation.__qualname__ if annotation.__module__ in ("builtins", base_module) \
            else annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "")


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, _KINDS[kind], default, annotation

    def replace(self, **changes):
        values = {n: changes.get(n, getattr(self, n)) for n in ("default", "annotation")}
        return Parameter(changes.get("name", self.name), changes.get("kind", self.kind), **values)

    def __str__(self):
        text = {2: "*", 4: "**"}.get(self.kind, "") + self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and self._all() == other._all()

    def _all(self):
        return self.name, self.kind, self.default, self.annotation

    def __hash__(self):
        return hash(self._all()[:2])


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        args = []
        for p in self.signature.parameters.values():
            if p.kind in (3, 4) or p.name not in self.arguments:
                break
            args += self.arguments[p.name] if p.kind == 2 else (self.arguments[p.name],)
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        named = False
        for p in self.signature.parameters.values():
            named = named or p.kind in (3, 4) or p.name not in self.arguments and p.kind != 2
            if named and p.name in self.arguments:
                kwargs.update(self.arguments[p.name] if p.kind == 4 else {p.name: self.arguments[p.name]})
        return kwargs

    def apply_defaults(self):
        self.arguments = {p.name: self.arguments.get(p.name, () if p.kind == 2 else {} if p.kind == 4 else p.default)
                          for p in self.signature.parameters.values()
                          if p.name in self.arguments or p.kind in (2, 4) or p.default is not _empty}

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType(OrderedDict((p.name, p) for p in parameters or ())) \
            if hasattr(types, "MappingProxyType") else {p.name: p for p in parameters or ()}
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=None):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is None else return_annotation)

    def __str__(self):
        parts = []
        kinds = [p.kind for p in self.parameters.values()]
        for i, p in enumerate(self.parameters.values()):
            if p.kind == 3 and 2 not in kinds and 3 not in kinds[:i]:
                parts.append("*")
            parts.append(str(p))
            if p.kind == 0 and kinds[i + 1:i + 2] != [0]:
                parts.append("/")
        tail = "" if self.return_annotation is _empty else " -> " + formatannotation(self.return_annotation)
        return f"({', '.join(parts)}){tail}"

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.values()) == list(other.parameters.values()) \
            and self.return_annotation == other.return_annotation

    def _bind(self, args, kwargs, partial):
        values, args = {}, list(args)
        for p in self.parameters.values():
            if p.kind == 2:
                values.update({p.name: tuple(args)} if args else {})
                args = []
            elif p.kind == 4:
                values.update({p.name: kwargs} if kwargs else {})
                kwargs = {}
            elif args and p.kind != 3:
                if p.name in kwargs and p.kind == 1:
                    raise TypeError(f"multiple values for argument {p.name!r}")
                values[p.name] = args.pop(0)
            elif p.name in kwargs and p.kind != 0:
                values[p.name] = kwargs.pop(p.name)
            elif p.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {p.name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, values)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)


def signature(obj, *, follow_wrapped=True, **options):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        whole = signature(obj.__func__)
        parameters = list(whole.parameters.values())
        return whole.replace(parameters=parameters[parameters[:1] != [] and parameters[0].kind != 2:])
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
    if getattr(obj, "__signature__", None) is not None:
        return obj.__signature__
    if isfunction(obj):
        return _of_function(obj)
    if hasattr(obj, "func") and hasattr(obj, "keywords"):
        return _of_partial(obj)
    if isclass(obj):
        for name in ("__call__",) if isfunction(type(obj).__dict__.get("__call__")) else ("__new__", "__init__"):
            method = getattr(type(obj) if name == "__call__" else obj, name)
            if isfunction(method):
                whole = signature(method)
                return whole.replace(parameters=list(whole.parameters.values())[1:], return_annotation=_empty)
        if obj.__mro__[-2:-1] and any(c.__module__ == "builtins" for c in obj.__mro__[:-1]):
            raise ValueError(f"no signature found for builtin type {obj!r}")
        return Signature()
    if isfunction(getattr(type(obj), "__call__", None)):
        return signature(obj.__call__)
    raise ValueError(f"no signature found for builtin {obj!r}")


def _of_function(f):
    code, notes = f.__code__, f.__annotations__
    names = code.co_varnames
    defaults = f.__defaults__ or ()
    parameters = []
    for i in range(code.co_argcount):
        at = i - code.co_argcount + len(defaults)
        parameters.append(Parameter(names[i], i >= code.co_posonlyargcount, default=defaults[at] if at >= 0 else _empty,
                                    annotation=notes.get(names[i], _empty)))
    end = code.co_argcount + code.co_kwonlyargcount
    rest = end
    if code.co_flags & CO_VARARGS:
        parameters.append(Parameter(names[rest], 2, annotation=notes.get(names[rest], _empty)))
        rest += 1
    for name in names[code.co_argcount:end]:
        parameters.append(Parameter(name, 3, default=(f.__kwdefaults__ or {}).get(name, _empty),
                                    annotation=notes.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        parameters.append(Parameter(names[rest], 4, annotation=notes.get(names[rest], _empty)))
    return Signature(parameters, return_annotation=notes.get("return", _empty))


def _of_partial(p):
    whole = signature(p.func)
    given = whole.bind_partial(*p.args, **p.keywords).arguments
    parameters = []
    after = False
    for q in whole.parameters.values():
        if q.name in p.keywords:
            q = q.replace(default=p.keywords[q.name])
            after = True
        elif q.name in given and q.kind not in (2, 4):
            continue
        parameters.append(q.replace(kind=3) if after and q.kind == 1 else q)
    return whole.replace(parameters=[q for q in parameters if not (after and q.kind == 2)])


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    of = {k: [] for k in range(5)}
    whole = signature(func.__func__ if ismethod(func) else func, follow_wrapped=False)
    for p in whole.parameters.values():
        of[int(p.kind)].append(p)
    notes = {} if whole.return_annotation is _empty else {"return": whole.return_annotation}
    notes.update({p.name: p.annotation for p in whole.parameters.values() if p.annotation is not _empty})
    defaults = tuple(p.default for p in of[0] + of[1] if p.default is not _empty)
    return FullArgSpec([p.name for p in of[0] + of[1]], *[of[k][0].name if of[k] else None for k in (2, 4)],
                       defaults or None, [p.name for p in of[3]],
                       {p.name: p.default for p in of[3] if p.default is not _empty} or None, notes)


# --- frames and generators

FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")
Traceback = namedtuple("Traceback", "filename lineno function code_context index")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def currentframe():
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    import linecache
    line = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    code = _code(frame)
    text = linecache.getline(code.co_filename, line)
    return Traceback(code.co_filename, line, code.co_name, [text] if text else None, 0 if text else None)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(FrameInfo(frame, *getframeinfo(frame)))
        frame = frame.f_back
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1))


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_SUSPENDED if generator._gi_started else GEN_CREATED

