b = b"hello\x00\xff\t'\""
print(b, b[0], b[1:3], b[::-1], b[-1], list(b[:3]), len(b), b.hex(), b.hex(" "), b.hex(":", 2), b.hex("-", -3))
print(bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(b"x"), bytes(bytearray(b"y")), bytes(range(3)), bytes.fromhex("de ad BE ef"), b"a" b"b")
print(b"a,b,c".split(b","), b"a b  c".split(), b"abc".partition(b"b"), b"-".join([b"a", bytearray(b"b")]), b"aXb".replace(b"X", b""), b"abc".find(b"c"), b"abc".find(98), b"abca".count(b"a"), b"aaa".rfind(97))
print(b"Abc".upper(), b"ABC".lower(), b"aBc".swapcase(), b"hello world".title(), b"abc".center(7, b"*"), b"5".zfill(3), b" x ".strip(), b"xxaxx".strip(b"x"), b"a\tb".expandtabs(4), b"a\nb\r\n".splitlines(), b"abc".startswith((b"x", b"a")))
print(b"abc".isalpha(), b"12".isdigit(), b"\xe9".isalpha(), b"a1".isalnum(), b" ".isspace(), b"A".isupper(), b"".islower(), b"abc".isascii(), b"\x80".isascii(), b"Ab Cd".istitle())
print(b"%s %d %x %a %c %05.1f %%" % (b"x", 5, 255, "é", 65, 2.25), b"%b" % b"q", b"%r" % "s")
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"), b"ab" * 2, b"a" + bytearray(b"b"), bytearray(b"a") + b"b", b"a" in b"abc", 97 in b"abc", b"a" < b"b", b"a" == bytearray(b"a"), b"a" == "a")
a = bytearray(b"hello")
a[0] = 72; a.append(33); a.extend(b" wo"); a += b"rld"; a.insert(0, 62); print(a, a.pop(), a.pop(0), a)
a[1:3] = b"EEE"; del a[-2:]; a.remove(ord("l")); a.reverse(); print(a, a.copy() is a)
a[::2] = b"-" * len(a[::2]); print(a); a *= 2; print(a, len(a)); a.clear(); print(a, bool(a))
for src in ["bytearray(b'ab')[5] = 1", "bytearray(b'ab')[0] = 256", "bytearray(b'ab')[0] = 'a'", "bytearray(b'ab')[::2] = b'xyz'", "b'a'[0] = 1", "b'ab'[5]", "bytearray(b'')[0]", "b'%d' % 'a'", "b'%s' % 'a'", "b'%c' % 300", "bytearray(b'a').index(b'z')", "b'a'.index(b'z')", "bytes([1.5])", "bytearray(b'a')[0] = 1.5", "del b'a'[0]", "b'a' < 'a'", "b'a'.hex('ab')", "b'a'.center(5, b'xx')", "bytes.maketrans(b'a', b'bc')", "b'\\xff'.decode('ascii')", "b'\\xe9a'.decode()", "b'\\xe2\\x82'.decode()", "'é'.encode('ascii')"]:
    try: exec(src); print(src, "ok")
    except Exception as e: print(src, "->", type(e).__name__, e)
print(b"\xffa".decode("utf-8", "replace"), b"\xffa".decode("utf-8", "ignore"), b"\xffa".decode("latin-1"), b"\xff".decode("ascii", "backslashreplace"), "é€".encode("ascii", "replace"), "é€".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"), "a".encode("utf-16-le"), "é".encode("utf-8", "strict"), "\udc80".encode("utf-8", "surrogateescape"))

# expect: b'hello\x00\xff\t\'"' 104 b'el' b'"\'\t\xff\x00olleh' 34 [104, 101, 108] 10 68656c6c6f00ff092722 68 65 6c 6c 6f 00 ff 09 27 22 6865:6c6c:6f00:ff09:2722 68656c-6c6f00-ff0927-22
# expect: b'\x00\x00\x00' b'\x01\x02' b'\xc3\xa9' b'x' b'y' b'\x00\x01\x02' b'\xde\xad\xbe\xef' b'ab'
# expect: [b'a', b'b', b'c'] [b'a', b'b', b'c'] (b'a', b'b', b'c') b'a-b' b'ab' 2 1 2 2
# expect: b'ABC' b'abc' b'AbC' b'Hello World' b'**abc**' b'005' b'x' b'a' b'a   b' [b'a', b'b'] True
# expect: True True False True True True False True False True
# expect: b"x 5 ff '\\xe9' A 002.2 %" b'q' b"'s'"
# expect: b'xyc' b'ac' b'abab' b'ab' bytearray(b'ab') True True True True False
# expect: bytearray(b'Hello! worl') 100 62 bytearray(b'Hello! worl')
# expect: bytearray(b'ow !oEEEH') False
# expect: bytearray(b'-w-!-E-E-')
# expect: bytearray(b'-w-!-E-E--w-!-E-E-') 18
# expect: bytearray(b'') False
# expect: bytearray(b'ab')[5] = 1 -> IndexError bytearray index out of range
# expect: bytearray(b'ab')[0] = 256 -> ValueError byte must be in range(0, 256)
# expect: bytearray(b'ab')[0] = 'a' -> TypeError 'str' object cannot be interpreted as an integer
# expect: bytearray(b'ab')[::2] = b'xyz' -> ValueError attempt to assign bytes of size 3 to extended slice of size 1
# expect: b'a'[0] = 1 -> TypeError 'bytes' object does not support item assignment
# expect: b'ab'[5] -> IndexError index out of range
# expect: bytearray(b'')[0] -> IndexError bytearray index out of range
# expect: b'%d' % 'a' -> TypeError %d format: a real number is required, not str
# expect: b'%s' % 'a' -> TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: b'%c' % 300 -> OverflowError %c arg not in range(256)
# expect: bytearray(b'a').index(b'z') -> ValueError subsection not found
# expect: b'a'.index(b'z') -> ValueError subsection not found
# expect: bytes([1.5]) -> TypeError 'float' object cannot be interpreted as an integer
# expect: bytearray(b'a')[0] = 1.5 -> TypeError 'float' object cannot be interpreted as an integer
# expect: del b'a'[0] -> TypeError 'bytes' object doesn't support item deletion
# expect: b'a' < 'a' -> TypeError '<' not supported between instances of 'bytes' and 'str'
# expect: b'a'.hex('ab') -> ValueError sep must be length 1.
# expect: b'a'.center(5, b'xx') -> TypeError center() argument 2 must be a byte string of length 1, not bytes
# expect: bytes.maketrans(b'a', b'bc') -> ValueError maketrans arguments must have same length
# expect: b'\xff'.decode('ascii') -> UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
# expect: b'\xe9a'.decode() -> UnicodeDecodeError 'utf-8' codec can't decode byte 0xe9 in position 0: invalid continuation byte
# expect: b'\xe2\x82'.decode() -> UnicodeDecodeError 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
# expect: 'é'.encode('ascii') -> UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: �a a ÿa \xff b'??' b'&#233;&#8364;' b'\\xe9' b'a\x00' b'\xc3\xa9' b'\x80'
