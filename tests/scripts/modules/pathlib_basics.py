from pathlib import Path, PurePosixPath
p = Path("a") / "b" / "c.tar.gz"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, list(p.parents), p.with_suffix(".zip"), p.with_name("z"), p.is_absolute())
print(Path("/x/y").relative_to("/x"), Path("a//b/./c"), Path(), Path("/") / "etc", Path("a") == Path("a/"), sorted([Path("b"), Path("a")]), p.as_posix(), Path("x", "y").joinpath("z"))
d = Path("work")
d.mkdir()
f = d / "f.txt"
print(f.write_text("hello\nworld\n"), f.read_text(), f.exists(), f.is_file(), d.is_dir(), f.stat().st_size)
(d / "sub").mkdir()
(d / "sub" / "g.txt").write_bytes(b"\x00\x01")
(d / "h.py").touch()
print(sorted(x.name for x in d.iterdir()), sorted(str(x) for x in d.glob("*.txt")), sorted(str(x) for x in d.rglob("*.txt")), (d / "sub" / "g.txt").read_bytes())
with f.open() as h:
    print(h.readline())
f.unlink()
print(f.exists())
try:
    f.read_text()
except FileNotFoundError as e:
    print(e)
try:
    d.mkdir()
except FileExistsError as e:
    print(e)
d.mkdir(exist_ok=True)
Path("p/q/r").mkdir(parents=True)
print(Path("p/q").is_dir(), {Path("a"): 1}[Path("a")], f"{p}")

# expect: a/b/c.tar.gz PosixPath('a/b/c.tar.gz') c.tar.gz c.tar .gz ['.tar', '.gz'] a/b ('a', 'b', 'c.tar.gz') [PosixPath('a/b'), PosixPath('a'), PosixPath('.')] a/b/c.tar.zip a/b/z False
# expect: y a/b/c . /etc True [PosixPath('a'), PosixPath('b')] a/b/c.tar.gz x/y/z
# expect: 12 hello
# expect: world
# expect:  True True True 12
# expect: ['f.txt', 'h.py', 'sub'] ['work/f.txt'] ['work/f.txt', 'work/sub/g.txt'] b'\x00\x01'
# expect: hello
# expect:
# expect: False
# expect: [Errno 2] No such file or directory: 'work/f.txt'
# expect: [Errno 17] File exists: 'work'
# expect: True 1 a/b/c.tar.gz
