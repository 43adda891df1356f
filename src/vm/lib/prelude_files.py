# Built-in functions that are written in Python: dir(), open(), input() and the like, and sys.stdin.
import _files
import _il
import builtins
import sys


class UnraisableHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    err_msg = property(lambda self: self[3])
    object = property(lambda self: self[4])


def unraisablehook(unraisable, /):
    import _thread
    _thread.report(f"{unraisable.err_msg or 'Exception ignored in'}: {unraisable.object!r}\n", unraisable.exc_value)


def _unraisable(message, object, error):
    try:
        sys.unraisablehook(UnraisableHookArgs((type(error), error, error.__traceback__, message, object)))
    except BaseException as problem:
        unraisablehook(UnraisableHookArgs((type(problem), problem, None, "Exception ignored in sys.unraisablehook",
                                           sys.unraisablehook)))


unraisablehook.__module__ = "sys"
sys.unraisablehook = sys.__unraisablehook__ = unraisablehook
sys._unraisable = _unraisable
sys.UnraisableHookArgs = UnraisableHookArgs


def read_input(prompt, given):
    if given:
        sys.stdout.write(str(prompt))
        sys.stdout.flush()
    if sys.stdin is not standard_input:
        line = sys.stdin.readline()
        if not line:
            raise EOFError("EOF when reading a line")
        return line[:-1] if line.endswith("\n") else line
    line = _il.read_line()
    if line is None:
        raise EOFError("EOF when reading a line")
    return line


def write_lines(file, lines):
    for line in lines:
        file.write(line)


class StandardInput:
    """sys.stdin: lines, one after the other."""

    name = "<stdin>"
    mode = "r"
    encoding = "utf-8"
    errors = "strict"
    closed = False

    def readline(self, limit=-1):
        line = _il.read_line()
        return "" if line is None else line + "\n"

    def read(self, count=-1):
        lines = []
        while True:
            line = _il.read_line()
            if line is None:
                return "".join(lines)
            lines.append(line + "\n")

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = _il.read_line()
        if line is None:
            raise StopIteration
        return line + "\n"

    def fileno(self):
        return 0

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return False

    def seekable(self):
        return False

    def flush(self):
        pass

    def close(self):
        pass

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"


StandardInput.__name__ = StandardInput.__qualname__ = "TextIOWrapper"
StandardInput.__module__ = "_io"
standard_input = StandardInput()
sys.stdin = sys.__stdin__ = standard_input


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


_files.UnsupportedOperation = UnsupportedOperation


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    if isinstance(file, int):
        raise OSError(9, "Bad file descriptor")
    if isinstance(file, bytes):
        file = file.decode()
    elif not isinstance(file, str):
        path = getattr(type(file), "__fspath__", None)
        if path is None:
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
        file = path(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if buffering == 0 and "b" not in mode:
        raise ValueError("can't have unbuffered text I/O")
    if encoding == "locale":
        encoding = None
    return _files.open(file, mode, encoding, errors, newline)


def dir(*arguments):
    if not arguments:
        return sorted(locals_of_caller())
    if len(arguments) > 1:
        raise TypeError(f"dir expected at most 1 argument, got {len(arguments)}")
    return sorted(type(arguments[0]).__dir__(arguments[0]))


locals_of_caller = locals


def breakpoint(*args, **kwargs):
    raise RuntimeError("breakpoint() is not supported here: there is no debugger prompt")


def help(*args):
    raise RuntimeError("help() is not supported here: there is no pager")


class memoryview:
    """A window on bytes, a bytearray or an array: `_part` is the range of items it shows."""
    _il_sequence = True

    def __new__(cls, object):
        if isinstance(object, memoryview):
            return object[:]
        view = super().__new__(cls)
        if isinstance(object, (bytes, bytearray)):
            view._items, view.format, view.itemsize = object, "B", 1
        elif hasattr(object, "typecode"):
            view._items, view.format, view.itemsize = object._items, object.typecode, object.itemsize
        else:
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        view._obj = object
        view._part = range(len(object))
        return view

    def __init_subclass__(cls):
        raise TypeError("type 'memoryview' is not an acceptable base type")

    ndim = 1
    suboffsets = ()
    c_contiguous = f_contiguous = contiguous = property(lambda self: self._open().step == 1)
    readonly = property(lambda self: self._open() is not None and isinstance(self._obj, bytes))
    obj = property(lambda self: (self._open(), self._obj)[1])
    nbytes = property(lambda self: len(self._open()) * self.itemsize)
    shape = property(lambda self: (len(self._open()),))
    strides = property(lambda self: (self._open().step * self.itemsize,))

    def _open(self):
        if self._part is None:
            raise ValueError("operation forbidden on released memoryview object")
        return self._part

    def release(self):
        self._part = None

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *exc):
        self.release()

    def __len__(self):
        return len(self._open())

    def _place(self, index):
        part = self._open()
        if not hasattr(index, "__index__"):
            raise TypeError("memoryview: invalid slice key")
        try:
            return part[index]
        except IndexError:
            raise IndexError("index out of bounds on dimension 1") from None

    def __getitem__(self, index):
        part = self._open()
        if isinstance(index, slice):
            view = object.__new__(memoryview)
            view._items, view.format, view.itemsize, view._obj = self._items, self.format, self.itemsize, self._obj
            view._part = part[index]
            return view
        return self._items[self._place(index)]

    def __setitem__(self, index, value):
        part = self._open()
        if isinstance(self._obj, bytes):
            raise TypeError("cannot modify read-only memory")
        if isinstance(index, slice):
            if isinstance(value, str) or not hasattr(value, "__len__") or isinstance(value, (list, tuple)):
                raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
            value = memoryview(value)
            if value.format != self.format or len(value) != len(part[index]):
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            for place, item in zip(part[index], value.tolist()):
                self._items[place] = item
            return
        place = self._place(index)
        if self.format == "B" and not hasattr(value, "__index__"):
            raise TypeError("memoryview: invalid type for format 'B'")
        try:
            if self._obj is self._items:
                self._items[place] = value
            else:
                self._obj[place] = value
        except (ValueError, OverflowError):
            raise ValueError(f"memoryview: invalid value for format '{self.format}'") from None
        except TypeError:
            raise TypeError(f"memoryview: invalid type for format '{self.format}'") from None

    def __delitem__(self, index):
        raise TypeError("cannot delete memory")

    def tolist(self):
        return [self._items[i] for i in self._open()]

    def __iter__(self):
        return iter(self.tolist())

    def __contains__(self, value):
        return value in self.tolist()

    def __reversed__(self):
        return reversed(self.tolist())

    def tobytes(self, order=None):
        part = self._open()
        if self._obj is self._items:
            if part.step == 1:
                return bytes(self._items[part.start:part.stop])
            return bytes(self.tolist())
        return type(self._obj)(self.format, self.tolist()).tobytes()

    __bytes__ = _il_buffer = tobytes

    def __radd__(self, other):
        return other + self.tobytes() if isinstance(other, (bytes, bytearray)) else NotImplemented

    def hex(self, *args):
        return self.tobytes().hex(*args)

    def toreadonly(self):
        return memoryview(self.tobytes())

    def cast(self, format, shape=None):
        if format in ("B", "b", "c") and format == self.format and shape is None:
            return self[:]
        raise NotImplementedError("memoryview.cast() is not supported here")

    def __eq__(self, other):
        if self._part is None:
            return self is other
        if isinstance(other, memoryview):
            return other._part is not None and self.tolist() == other.tolist()
        if isinstance(other, (bytes, bytearray)) or hasattr(other, "typecode"):
            return self.tolist() == list(other)
        return NotImplemented

    def __hash__(self):
        if not isinstance(self._obj, bytes):
            raise ValueError("cannot hash writable memoryview object")
        return hash(self.tobytes())

    def __repr__(self):
        return f"<{'released memory' if self._part is None else 'memory'} at {id(self):#x}>"


for function in (open, dir, breakpoint, help, memoryview):
    function.__module__ = "builtins"
    setattr(builtins, function.__name__, function)


class _Quitter:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


if not hasattr(builtins, "exit"):
    builtins.exit = _Quitter("exit")
    builtins.quit = _Quitter("quit")
