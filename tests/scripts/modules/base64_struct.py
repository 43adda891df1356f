import base64, binascii, struct, zlib
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b32encode(b"hi!"), base64.b32decode(b"NBUSC==="), base64.b16encode(b"\x01\xab"), base64.b64encode(b""), base64.b64encode(bytes(range(20))))
for bad in ("aGVsbG8", "a"):
    try:
        base64.b64decode(bad)
    except binascii.Error as e:
        print(e)
print(binascii.hexlify(b"\x01\xff"), binascii.unhexlify("01ff"), zlib.crc32(b"hello"), zlib.adler32(b"hello"), binascii.crc32(b"abc"))
print(struct.pack("<iHb", 1, 2, -3), struct.pack(">If", 7, 1.5), struct.pack("!d", 3.14), struct.unpack("<iHb", b"\x01\x00\x00\x00\x02\x00\xfd"), struct.calcsize("ibq"), struct.calcsize("<ibq"), struct.pack("5s3x?", b"ab", True), struct.unpack("<2h2s", b"\x01\x00\xff\xffhi"), struct.unpack("<f", struct.pack("<f", 0.1)))
for f in (lambda: struct.pack("b", 200), lambda: struct.pack("i", "x"), lambda: struct.unpack("i", b"1"), lambda: struct.pack("ii", 1), lambda: struct.calcsize("z")):
    try:
        f()
    except struct.error as e:
        print(e)

# expect: b'aGVsbG8=' b'hello' b'__79' b'NBUSC===' b'hi!' b'01AB' b'' b'AAECAwQFBgcICQoLDA0ODxAREhM='
# expect: Incorrect padding
# expect: Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: b'01ff' b'\x01\xff' 907060870 103547413 891568578
# expect: b'\x01\x00\x00\x00\x02\x00\xfd' b'\x00\x00\x00\x07?\xc0\x00\x00' b'@\t\x1e\xb8Q\xeb\x85\x1f' (1, 2, -3) 16 13 b'ab\x00\x00\x00\x00\x00\x00\x01' (1, -1, b'hi') (0.10000000149011612,)
# expect: byte format requires -128 <= number <= 127
# expect: required argument is not an integer
# expect: unpack requires a buffer of 4 bytes
# expect: pack expected 2 items for packing (got 1)
# expect: bad char in struct format
