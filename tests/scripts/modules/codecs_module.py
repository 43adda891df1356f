import codecs

print(codecs.encode("é", "utf-8"), codecs.decode(b"\xe9", "latin-1"), codecs.encode("Hello", "rot13"))
print(codecs.lookup("utf8").name, codecs.lookup("ascii").name, codecs.BOM_UTF8)
print(codecs.encode(b"ab", "hex"), codecs.decode(b"6162", "hex"), codecs.encode(b"ab", "base64"))
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([b])) for b in "aé€".encode()])
with codecs.open("x.txt", "w", encoding="utf-8") as f:
    f.write("ü")
with codecs.open("x.txt", encoding="utf-8") as f:
    print(f.read())
try:
    codecs.lookup("nonsense")
except LookupError as e:
    print(e)

# expect: b'\xc3\xa9' é Uryyb
# expect: utf-8 ascii b'\xef\xbb\xbf'
# expect: b'6162' b'ab' b'YWI=\n'
# expect: ['a', '', 'é', '', '', '€']
# expect: ü
# expect: unknown encoding: nonsense
