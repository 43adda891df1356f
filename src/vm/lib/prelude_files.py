# Built-in functions that are written in Python: dir(), open(), input() and the like, and sys.stdin.
import _files
import _il
import builtins
import sys


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


def memoryview(object):
    raise TypeError("memoryview is not supported here")


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
