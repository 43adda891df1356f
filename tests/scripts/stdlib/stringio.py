"""Text in memory."""
import io

s = io.StringIO("first\nsecond\nthird")
print(repr(s.readline()), s.tell(), s.read(3), list(s))
s.seek(0)
s.write("FIRST")
print(s.getvalue().split("\n"), s.seek(0, 2))
print("more", file=s)
print(repr(s.getvalue()[-8:]), s.truncate(3), s.getvalue())
with s:
    pass
for method in (s.read, s.getvalue):
    try:
        method()
    except ValueError as error:
        print(error)
print(io.StringIO("a\nb").readlines(), io.StringIO("x").closed)
try:
    io.StringIO().write(b"x")
except TypeError as error:
    print(error)

# expect: 'first\n' 6 sec ['ond\n', 'third']
# expect: ['FIRST', 'second', 'third'] 18
# expect: 'irdmore\n' 3 FIR
# expect: I/O operation on closed file
# expect: I/O operation on closed file
# expect: ['a\n', 'b'] False
# expect: string argument expected, got 'bytes'
