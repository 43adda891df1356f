calls = [
    'str(1, 2)', "str(b'a', 'ascii')", "str(b'\\xff', 'ascii')", "str(b'\\xff', 'utf-8')", "str(b'\\xff', 'foo')",
    "str(1, 'ascii')", "str('a', 'ascii')", "str(b'a', errors='strict')", 'str(a=1)', 'str(object=5)', "bytes('a')",
    'bytes(-1)', 'bytes([256])', "bytes(['a'])", 'bytes(1.5)', "bytes('é', 'ascii')", "bytes(5, 'ascii')",
    'bytes(None)', "bytes('a', 'utf-8', 'strict')", "bytearray('a')",
]
for c in calls:
    try:
        print(c, "ok", repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: str(1, 2) -> TypeError: str() argument 'encoding' must be str, not int
# expect: str(b'a', 'ascii') ok 'a'
# expect: str(b'\xff', 'ascii') -> UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
# expect: str(b'\xff', 'utf-8') -> UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: str(b'\xff', 'foo') -> LookupError: unknown encoding: foo
# expect: str(1, 'ascii') -> TypeError: decoding to str: need a bytes-like object, int found
# expect: str('a', 'ascii') -> TypeError: decoding str is not supported
# expect: str(b'a', errors='strict') ok 'a'
# expect: str(a=1) -> TypeError: 'a' is an invalid keyword argument for str()
# expect: str(object=5) ok '5'
# expect: bytes('a') -> TypeError: string argument without an encoding
# expect: bytes(-1) -> ValueError: negative count
# expect: bytes([256]) -> ValueError: bytes must be in range(0, 256)
# expect: bytes(['a']) -> TypeError: 'str' object cannot be interpreted as an integer
# expect: bytes(1.5) -> TypeError: cannot convert 'float' object to bytes
# expect: bytes('é', 'ascii') -> UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: bytes(5, 'ascii') -> TypeError: encoding without a string argument
# expect: bytes(None) -> TypeError: cannot convert 'NoneType' object to bytes
# expect: bytes('a', 'utf-8', 'strict') ok b'a'
# expect: bytearray('a') -> TypeError: string argument without an encoding
