calls = [
    '(5).to_bytes(1)', "(500).to_bytes(1, 'big')", "(-1).to_bytes(1, 'big')", "(5).to_bytes(1, 'foo')",
    "(5).to_bytes(-1, 'big')", "int.from_bytes(5, 'big')", "int.from_bytes('a', 'big')", "(1.5).fromhex('zz')",
    "float.fromhex('1p')", '(1.5).hex(1)', "bytes.fromhex('zz')", "bytes.fromhex('1')", 'bytes.fromhex(5)',
    "b'a'.join(['a'])", "b'a' + 'a'", "b'a'.find('a')", "b'a'.find(300)", "b'a'.split('a')", "b'a'[5]",
    "b'a'.decode('foo')", "b'\\xff'.decode()", "b'a'.replace('a', 'b')", "b'a'.startswith('a')", "'a' in b'a'",
    "300 in b'a'", "bytearray(b'a').append(300)", "bytearray(b'a').append('a')", 'bytearray().pop()',
    "bytearray(b'a').remove(5)", "bytearray(b'a').extend(5)", "bytearray(b'a').insert(0, 256)",
]
for c in calls:
    try:
        print(c, "ok", repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: (5).to_bytes(1) ok b'\x05'
# expect: (500).to_bytes(1, 'big') -> OverflowError: int too big to convert
# expect: (-1).to_bytes(1, 'big') -> OverflowError: can't convert negative int to unsigned
# expect: (5).to_bytes(1, 'foo') -> ValueError: byteorder must be either 'little' or 'big'
# expect: (5).to_bytes(-1, 'big') -> ValueError: length argument must be non-negative
# expect: int.from_bytes(5, 'big') -> TypeError: cannot convert 'int' object to bytes
# expect: int.from_bytes('a', 'big') -> TypeError: cannot convert 'str' object to bytes
# expect: (1.5).fromhex('zz') -> ValueError: invalid hexadecimal floating-point string
# expect: float.fromhex('1p') -> ValueError: invalid hexadecimal floating-point string
# expect: (1.5).hex(1) -> TypeError: float.hex() takes no arguments (1 given)
# expect: bytes.fromhex('zz') -> ValueError: non-hexadecimal number found in fromhex() arg at position 0
# expect: bytes.fromhex('1') -> ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: bytes.fromhex(5) -> TypeError: fromhex() argument must be str, not int
# expect: b'a'.join(['a']) -> TypeError: sequence item 0: expected a bytes-like object, str found
# expect: b'a' + 'a' -> TypeError: can't concat str to bytes
# expect: b'a'.find('a') -> TypeError: argument should be integer or bytes-like object, not 'str'
# expect: b'a'.find(300) -> ValueError: byte must be in range(0, 256)
# expect: b'a'.split('a') -> TypeError: a bytes-like object is required, not 'str'
# expect: b'a'[5] -> IndexError: index out of range
# expect: b'a'.decode('foo') -> LookupError: unknown encoding: foo
# expect: b'\xff'.decode() -> UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: b'a'.replace('a', 'b') -> TypeError: a bytes-like object is required, not 'str'
# expect: b'a'.startswith('a') -> TypeError: startswith first arg must be bytes or a tuple of bytes, not str
# expect: 'a' in b'a' -> TypeError: a bytes-like object is required, not 'str'
# expect: 300 in b'a' -> ValueError: byte must be in range(0, 256)
# expect: bytearray(b'a').append(300) -> ValueError: byte must be in range(0, 256)
# expect: bytearray(b'a').append('a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: bytearray().pop() -> IndexError: pop from empty bytearray
# expect: bytearray(b'a').remove(5) -> ValueError: value not found in bytearray
# expect: bytearray(b'a').extend(5) -> TypeError: can't extend bytearray with int
# expect: bytearray(b'a').insert(0, 256) -> ValueError: byte must be in range(0, 256)
