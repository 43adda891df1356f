"""The part of the operating system that a program in a page has: files in memory, a few facts."""

import sys
import _files
import posixpath as path

name = "posix"
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
linesep = "\n"
curdir = "."
pardir = ".."
devnull = "/dev/null"
defpath = "/bin:/usr/bin"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
error = OSError
sys.modules["os.path"] = path
environ = {"HOME": "/home/user", "USER": "user", "LANG": "C.UTF-8", "PATH": "/bin:/usr/bin", "TMPDIR": "/tmp"}


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    hook = getattr(type(path), "__fspath__", None)
    if hook is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    found = hook(path)
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, "
                    f"not {type(found).__name__}")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, str) else filename.decode()


def getpid():
    return 1000


def getppid():
    return 1


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getlogin():
    return "user"


def cpu_count():
    return _files.cores()


def sched_getaffinity(pid):
    return set(range(cpu_count()))


def getloadavg():
    return (0.0, 0.0, 0.0)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getcwd():
    return _files.folder()


def chdir(path):
    raise OSError(1, "chdir() is not supported here", fspath(path))


def urandom(size):
    return _files.random_bytes(size)


def strerror(code):
    return {1: "Operation not permitted", 2: "No such file or directory", 13: "Permission denied",
            17: "File exists", 20: "Not a directory", 21: "Is a directory",
            22: "Invalid argument"}.get(code, f"Unknown error {code}")


def listdir(path="."):
    return _files.list(fspath(path))


class stat_result:
    """What stat() tells of a file."""

    def __init__(self, folder, size, changed):
        self.st_mode = 0o40755 if folder else 0o100644
        self.st_size = size
        self.st_mtime_ns = self.st_ctime_ns = self.st_atime_ns = changed
        self.st_mtime = self.st_ctime = self.st_atime = changed / 1e9
        self.st_ino = 1
        self.st_dev = 1
        self.st_nlink = 1
        self.st_uid = self.st_gid = 1000

    def __getitem__(self, index):
        return (self.st_mode, 1, 1, 1, 1000, 1000, self.st_size, int(self.st_atime),
                int(self.st_mtime), int(self.st_ctime))[index]


def stat(path, *, dir_fd=None, follow_symlinks=True):
    path = fspath(path)
    found = _files.stat(path)
    if found is None:
        raise FileNotFoundError(2, "No such file or directory", path)
    return stat_result(*found)


lstat = stat


def access(path, mode):
    return _files.stat(fspath(path)) is not None


def mkdir(path, mode=0o777):
    _files.mkdir(fspath(path))


def makedirs(name, mode=0o777, exist_ok=False):
    name = fspath(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        makedirs(head, exist_ok=True)
        if tail == curdir:
            return
    try:
        mkdir(name)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path):
    _files.remove(fspath(path), False)


unlink = remove


def rmdir(path):
    _files.remove(fspath(path), True)


def removedirs(name):
    rmdir(name)
    head = path.dirname(name)
    while head:
        try:
            rmdir(head)
        except OSError:
            return
        head = path.dirname(head)


def rename(src, dst):
    _files.rename(fspath(src), fspath(dst))


replace = renames = rename


def chmod(path, mode):
    stat(path)


def utime(path, times=None):
    stat(path)


class DirEntry:
    """An entry of scandir()."""

    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Entries:
    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, n) for n in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def close(self):
        pass


def scandir(path="."):
    return _Entries(fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as problem:
        if onerror is not None:
            onerror(problem)
        return
    folders = [n for n in names if path.isdir(path.join(top, n))]
    files = [n for n in names if not path.isdir(path.join(top, n))]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(path.join(top, name), topdown, onerror)
    if not topdown:
        yield top, folders, files


def get_terminal_size(fd=1):
    return terminal_size(80, 24)


class terminal_size(tuple):
    def __new__(cls, columns, lines):
        return super().__new__(cls, (columns, lines))

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


class uname_result(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])


def uname():
    return uname_result(("Interleave", "page", "1", "1", "wasm32"))


def isatty(fd):
    return False


def getpgid(pid):
    return 1000


def _exit(status):
    import _thread
    _thread.exit_process(status)


class PathLike:
    """Anything with __fspath__."""

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "__fspath__")

    def __class_getitem__(cls, item):
        return cls


def _refuse(name, why):
    def refused(*args, **kwargs):
        raise OSError(f"os.{name}() is not supported here: {why}")
    refused.__name__ = name
    return refused


for _name in ("system", "popen", "fork", "execv", "execvp", "execl", "spawnl", "spawnv", "posix_spawn", "wait",
              "waitpid", "kill", "killpg", "abort", "startfile", "forkpty"):
    globals()[_name] = _refuse(_name, "a page cannot start processes")
for _name in ("pipe", "open", "read", "write", "close", "dup", "dup2", "fdopen", "symlink", "link", "readlink", "mkfifo"):
    globals()[_name] = _refuse(_name, "files are opened with open()")
del _name
