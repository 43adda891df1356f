with open("a.txt", "w") as f:
    print(f.write("one\ntwo\nthrée\n"), f.closed, f.mode, f.name, f.encoding.lower())
print(f.closed)
with open("a.txt") as f:
    print(f.read())
with open("a.txt", encoding="utf-8") as f:
    for line in f:
        print(repr(line))
with open("a.txt") as f:
    print(repr(f.readline()), f.tell(), f.readlines(), repr(f.read()), repr(f.readline()))
    f.seek(0)
    print(f.read(5), f.read(2))
with open("a.txt", "a") as f:
    f.writelines(["four\n", "five"])
with open("a.txt") as f:
    print(f.read().split(), f.readable(), f.writable())
with open("a.txt", "r+") as f:
    f.write("ONE")
    f.seek(0)
    print(f.readline())
try:
    open("missing.txt")
except FileNotFoundError as e:
    print(e, e.errno, e.filename, e.strerror)
try:
    open("a.txt", "x")
except FileExistsError as e:
    print(e)
try:
    open("a.txt", "q")
except ValueError as e:
    print(e)
try:
    f.read()
except ValueError as e:
    print(e)
try:
    open("nodir/a.txt", "w")
except FileNotFoundError as e:
    print(e)
f = open("a.txt")
try:
    f.write("x")
except Exception as e:
    print(type(e).__name__, e)
f.close()
with open("b.txt", "w") as f:
    print("hello", 42, file=f)
    print("bye", file=f)
print(open("b.txt").read(), [l.strip() for l in open("b.txt")])
try:
    with open("b.txt", "w") as f:
        f.write(5)
except TypeError as e:
    print(e)
with open("c.txt", "w", newline="\r\n") as f:
    f.write("a\nb\n")
print(open("c.txt").read() == "a\nb\n", open("c.txt", newline="").read() == "a\r\nb\r\n", open("c.txt", "rb").read())

# expect: 14 False w a.txt utf-8
# expect: True
# expect: one
# expect: two
# expect: thrée
# expect:
# expect: 'one\n'
# expect: 'two\n'
# expect: 'thrée\n'
# expect: 'one\n' 4 ['two\n', 'thrée\n'] '' ''
# expect: one
# expect: t wo
# expect: ['one', 'two', 'thrée', 'four', 'five'] True False
# expect: ONE
# expect:
# expect: [Errno 2] No such file or directory: 'missing.txt' 2 missing.txt No such file or directory
# expect: [Errno 17] File exists: 'a.txt'
# expect: invalid mode: 'q'
# expect: I/O operation on closed file.
# expect: [Errno 2] No such file or directory: 'nodir/a.txt'
# expect: UnsupportedOperation not writable
# expect: hello 42
# expect: bye
# expect:  ['hello 42', 'bye']
# expect: write() argument must be str, not int
# expect: True True b'a\r\nb\r\n'
