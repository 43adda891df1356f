with open("d.bin", "wb") as f:
    print(f.write(bytes(range(10))), f.tell(), f.mode)
with open("d.bin", "rb") as f:
    print(f.read(3), f.seek(-2, 2), f.read(), f.seek(1), f.read(2), f.seek(1, 1), f.read(1))
with open("d.bin", "r+b") as f:
    f.seek(4)
    f.write(b"XY")
    f.truncate(7)
print(open("d.bin", "rb").read())
with open("d.bin", "ab") as f:
    f.write(b"end\nline\n")
with open("d.bin", "rb") as f:
    print(f.readlines())
try:
    open("d.bin", "wb").write("text")
except TypeError as e:
    print(e)
try:
    open("d.bin", "rb", encoding="utf-8")
except ValueError as e:
    print(e)
with open("e.txt", "wb") as f:
    f.write(b"\xff\xfe")
try:
    open("e.txt", encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e)
print(repr(open("e.txt", encoding="latin-1").read()), repr(open("e.txt", encoding="utf-8", errors="replace").read()))

# expect: 10 10 wb
# expect: b'\x00\x01\x02' 8 b'\x08\t' 1 b'\x01\x02' 4 b'\x04'
# expect: b'\x00\x01\x02\x03XY\x06'
# expect: [b'\x00\x01\x02\x03XY\x06end\n', b'line\n']
# expect: a bytes-like object is required, not 'str'
# expect: binary mode doesn't take an encoding argument
# expect: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: 'ÿþ' '��'
