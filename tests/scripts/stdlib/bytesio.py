"""Bytes in memory."""
import io

b = io.BytesIO(b"abc\ndef")
print(b.readline(), b.read(1), b.tell(), b.read())
b.seek(-2, io.SEEK_END)
b.write(b"XYZ")
print(b.getvalue(), b.seek(10), b.write(b"!"), b.getvalue())
print(io.BytesIO(b"1\n2\n").readlines())
try:
    b.write("text")
except TypeError as error:
    print(error)

# expect: b'abc\n' b'd' 5 b'ef'
# expect: b'abc\ndXYZ' 10 1 b'abc\ndXYZ\x00\x00!'
# expect: [b'1\n', b'2\n']
# expect: a bytes-like object is required, not 'str'
