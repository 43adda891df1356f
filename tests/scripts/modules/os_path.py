import os.path
from os.path import join, split, splitext, basename, dirname, normpath, isabs, relpath, commonpath, commonprefix
print(join("a", "b", "c.txt"), join("a/", "/b"), join("", "x"), split("/a/b/c"), split("/"), splitext("a/b.tar.gz"), splitext(".bashrc"), splitext("a.b/c"))
print(basename("/x/y.z"), dirname("/x/y.z"), normpath("a//b/../c/./d"), normpath("/../x"), normpath(""), isabs("/a"), isabs("a"))
print(relpath("/a/b/c", "/a/d"), commonpath(["/a/b/c", "/a/b/d"]), commonprefix(["abc", "abd"]), os.path.expanduser("x"), os.path.exists("/nope"))
try:
    join(1, "a")
except TypeError as e:
    print(e)
print(os.sep, repr(os.linesep), os.name, os.pathsep, os.curdir, isinstance(os.getpid(), int), os.cpu_count() > 0, len(os.urandom(8)), os.getenv("NOPE_X", "d"), "NOPE_X" in os.environ)
os.environ["IL_T"] = "v"
print(os.environ["IL_T"], os.environ.get("IL_T"), os.getenv("IL_T"))

# expect: a/b/c.txt /b x ('/a/b', 'c') ('/', '') ('a/b.tar', '.gz') ('.bashrc', '') ('a.b/c', '')
# expect: y.z /x a/c/d /x . True False
# expect: ../b/c /a/b ab x False
# expect: expected str, bytes or os.PathLike object, not int
# expect: / '\n' posix : . True True 8 d False
# expect: v v v
