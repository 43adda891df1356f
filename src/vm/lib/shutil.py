"""Copying, moving and removing files and folders."""

import os
import posixpath


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def copyfileobj(fsrc, fdst, length=0):
    fdst.write(fsrc.read())


def copyfile(src, dst, *, follow_symlinks=True):
    if posixpath.samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    with open(src, "rb") as a, open(dst, "wb") as b:
        b.write(a.read())
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if posixpath.isdir(dst):
        dst = posixpath.join(dst, posixpath.basename(src))
    return copyfile(src, dst)


copy2 = copy


def copytree(src, dst, *args, dirs_exist_ok=False, **options):
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in os.listdir(src):
        a, b = posixpath.join(src, name), posixpath.join(dst, name)
        if posixpath.isdir(a):
            copytree(a, b, dirs_exist_ok=dirs_exist_ok)
        else:
            copyfile(a, b)
    return dst


def rmtree(path, ignore_errors=False, onerror=None):
    try:
        for name in os.listdir(path):
            inside = posixpath.join(path, name)
            if posixpath.isdir(inside):
                rmtree(inside)
            else:
                os.unlink(inside)
        os.rmdir(path)
    except OSError:
        if not ignore_errors:
            raise


def move(src, dst, copy_function=copy2):
    if posixpath.isdir(dst):
        dst = posixpath.join(dst, posixpath.basename(src.rstrip("/")))
    os.rename(src, dst)
    return dst


def which(cmd, mode=1, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    return os.get_terminal_size()


class usage(tuple):
    total = property(lambda self: self[0])
    used = property(lambda self: self[1])
    free = property(lambda self: self[2])


def disk_usage(path):
    total = 16 << 20
    return usage((total, 0, total))
