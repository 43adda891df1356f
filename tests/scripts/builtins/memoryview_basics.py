data=bytearray(b'hello world')
m=memoryview(data)
print(len(m), m[0], m[-1], bytes(m[1:4]), m.readonly, m.format, m.itemsize, m.nbytes, m.shape, m.strides)
m[0]=72; m[6:11]=b'THERE'
print(data, m==data, m==b'Hello THERE', m[::2].tobytes(), m[::-1].tolist()[:3])
for f in (lambda: m.__setitem__(0,300), lambda: m.__setitem__(0,'a'), lambda: m.__setitem__(slice(0,2), b'abc'), lambda: m[99], lambda: memoryview('x'), lambda: memoryview(b'x').__setitem__(0,1), lambda: m['a'], lambda: memoryview(3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

# expect: 11 104 100 b'ell' False B 1 11 (11,) (1,)
# expect: bytearray(b'Hello THERE') True True b'HloTEE' [69, 82, 69]
# expect: ValueError memoryview: invalid value for format 'B'
# expect: TypeError memoryview: invalid type for format 'B'
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: TypeError cannot modify read-only memory
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview: a bytes-like object is required, not 'int'
