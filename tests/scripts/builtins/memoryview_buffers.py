# What takes bytes takes a memoryview too.
import hashlib
import struct
from array import array

data = bytearray(b"Hello there")
m = memoryview(data)
print(hashlib.md5(m).hexdigest() == hashlib.md5(bytes(data)).hexdigest())
with open("view.bin", "wb") as f:
    print(f.write(m))
with open("view.bin", "rb") as f:
    print(f.read())
grown = bytearray(b"> ")
grown += m[:3]
print(grown, b"x" + m[:1], b"-".join([m[:2], b"y"]), bytearray(m[6:]))
print(int.from_bytes(m[:2], "big"), struct.unpack(">H", m[:2]))
numbers = array("i", [1, 2, 3])
w = memoryview(numbers)
w[1] = 20
print(numbers, w.format, w.itemsize, w.nbytes, w[1:].tobytes())
with memoryview(b"abc") as v:
    print(v.readonly, v.tolist(), hash(v) == hash(b"abc"), 97 in v, v.obj)
for use in (lambda: len(v), lambda: v[0], lambda: v.tobytes()):
    try:
        use()
    except ValueError as e:
        print(e)

# expect: True
# expect: 11
# expect: b'Hello there'
# expect: bytearray(b'> Hel') b'xH' b'He-y' bytearray(b'there')
# expect: 18533 (18533,)
# expect: array('i', [1, 20, 3]) i 4 12 b'\x14\x00\x00\x00\x03\x00\x00\x00'
# expect: True [97, 98, 99] True True b'abc'
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
