# not-cpython
data = bytearray(b"abc")
view = memoryview(data)
data.append(100)
print(data, len(view))
try:
    view.cast("H")
except NotImplementedError as e:
    print(e)

# expect: bytearray(b'abcd') 3
# expect: memoryview.cast() is not supported here
