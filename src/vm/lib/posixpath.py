"""Paths as text: os.path."""

import _files

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
altsep = None
devnull = "/dev/null"


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    hook = getattr(type(path), "__fspath__", None)
    if hook is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return hook(path)


def join(a, *paths):
    path = _text(a)
    for b in paths:
        b = _text(b)
        if b.startswith("/"):
            path = b
        elif not path or path.endswith("/"):
            path += b
        else:
            path += "/" + b
    return path


def split(path):
    path = _text(path)
    at = path.rfind("/") + 1
    head, tail = path[:at], path[at:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def splitext(path):
    path = _text(path)
    dot = path.rfind(".")
    start = path.rfind("/") + 1
    if dot > start and path[start:dot].strip("."):
        return path[:dot], path[dot:]
    return path, ""


def splitdrive(path):
    return "", _text(path)


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def isabs(path):
    return _text(path).startswith("/")


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    slashes = 2 if path.startswith("//") and not path.startswith("///") else int(path.startswith("/"))
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not slashes and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return "/" * slashes + "/".join(parts) or "."


normcase = _text


def abspath(path):
    path = _text(path)
    return normpath(path if isabs(path) else join(_files.folder(), path))


def realpath(path, *, strict=False):
    return abspath(path)


def relpath(path, start=curdir):
    path = _text(path)
    if not path:
        raise ValueError("no path specified")
    here = [p for p in abspath(start).split("/") if p]
    there = [p for p in abspath(path).split("/") if p]
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [_text(p) for p in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({p.startswith("/") for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split("/") if c and c != "."] for p in paths]
    low, high = min(parts), max(parts)
    common = low
    for i, c in enumerate(low):
        if c != high[i]:
            common = low[:i]
            break
    return ("/" if paths[0].startswith("/") else "") + "/".join(common)


def exists(path):
    return _files.stat(_text(path)) is not None


lexists = exists


def isfile(path):
    found = _files.stat(_text(path))
    return found is not None and not found[0]


def isdir(path):
    found = _files.stat(_text(path))
    return found is not None and found[0]


def islink(path):
    return False


def ismount(path):
    return _text(path) == "/"


def _stat(path):
    found = _files.stat(_text(path))
    if found is None:
        raise FileNotFoundError(2, "No such file or directory", path)
    return found


def getsize(path):
    return _stat(path)[1]


def getmtime(path):
    return _stat(path)[2] / 1e9


getctime = getatime = getmtime


def samefile(a, b):
    return abspath(a) == abspath(b)


def expanduser(path):
    path = _text(path)
    if path == "~" or path.startswith("~/"):
        return "/home/user" + path[1:]
    return path


def expandvars(path):
    import os
    path = _text(path)
    out = []
    i = 0
    while i < len(path):
        if path[i] == "$":
            end = i + 1
            if path[end:end + 1] == "{":
                close = path.find("}", end)
                name = path[end + 1:close] if close > 0 else ""
                after = close + 1
            else:
                while end < len(path) and (path[end].isalnum() or path[end] == "_"):
                    end += 1
                name = path[i + 1:end]
                after = end
            if name in os.environ:
                out.append(os.environ[name])
                i = after
                continue
        out.append(path[i])
        i += 1
    return "".join(out)
