# bytes and bytearray.
for f in (
    lambda: ('a'*'b'),
    lambda: ('a'.index('b')),
    lambda: ('a'.rindex('b')),
    lambda: ('a'.replace('a','b',1.5)),
    lambda: ('a'.replace('a','b',count=1)),
    lambda: ('abc'.removeprefix('ab')),
    lambda: ('a'.endswith(('b','a'))),
    lambda: ('a'.center('b')),
    lambda: ('a'.center(5,'ab')),
    lambda: ('a'.zfill('b')),
    lambda: ('a\tb'.expandtabs(tabsize=4)),
    lambda: ('a\tb'.expandtabs(0)),
    lambda: ('a'.join(['b',1])),
    lambda: (','.join(['a','b','c'])),
    lambda: ('ab'.encode('utf-16')),
    lambda: ('ab'.encode('utf-16-le')),
    lambda: ('ab'.encode('utf-32')),
    lambda: (b'\x80'.decode('utf-8','surrogateescape')),
    lambda: (b'\xff'.decode()),
    lambda: (b'\xe2\x82'.decode()),
    lambda: (b'\xe2(\xa1'.decode()),
    lambda: (b'\xf0\x28\x8c\xbc'.decode('utf-8','replace')),
    lambda: (b'\xed\xa0\x80'.decode()),
    lambda: (b'\xc0\x80'.decode('utf-8','replace')),
    lambda: (b'\xff'.decode('ascii')),
    lambda: (b'\xff\xfe'.decode('latin-1')),
    lambda: (b'abc'.decode('ascii','ignore')),
    lambda: (b'a\xffb'.decode('ascii','ignore')),
    lambda: (b'a\xffb'.decode('utf-8','backslashreplace')),
    lambda: ('a'.translate({97:'b'})),
    lambda: (str.maketrans('ab','cd')),
    lambda: (str.maketrans('ab','c')),
    lambda: (str.maketrans('ab','cd','e')),
    lambda: (str.maketrans({'ab':1})),
    lambda: (str(b'abc','utf-8')),
    lambda: (str(b'abc')),
    lambda: (str(b'\xff','utf-8')),
    lambda: (str(b'\xff',errors='replace')),
    lambda: ('Aa Bb'.istitle()),
    lambda: ('a b'.isidentifier()),
    lambda: ('a' < 'b'),
    lambda: ('a' != 'b'),
    lambda: ('ab' >= 'a'),
    lambda: ('ab'.center(5)),
    lambda: ('ab'.center(5,'*')),
    lambda: ('aaa'.replace('a','b',2)),
    lambda: ('abc'.endswith('ab',0,2)),
    lambda: ('ab'*3),
    lambda: ('a' 'b' + 'c'),
    lambda: (hash('abc') == hash('ab'+'c')),
    lambda: ('a,b'.split(',')[1] == 'b'),
    lambda: ('%s and %s' % ('a', 'b')),
    lambda: (b'abc' + b'def'),
    lambda: (b'abc' + 'x'),
    lambda: (b'abc'[1], b'abc'[1:], b'abc'[::-1]),
    lambda: (b'abc'[5]),
    lambda: (b'abc'['a']),
    lambda: (b'ab' * 3),
    lambda: (b'abc'.find(b'c'), b'abc'.find(99), b'abc'.find('c')),
    lambda: (b'abc'.hex(), b'abcdef'.hex(':'), b'abcdef'.hex('-',2), b'abcdef'.hex('-',-4)),
    lambda: (bytes.fromhex('61 62'), bytes.fromhex('6')),
    lambda: (bytes.fromhex('zz')),
    lambda: (bytes(3), bytes([1,2]), bytes('é','utf-8'), bytes(), bytes(b'a'), bytes(range(3))),
    lambda: (bytes('a')),
    lambda: (bytes(-1)),
    lambda: (bytes([256])),
    lambda: (bytes(1.5)),
    lambda: (bytes(5,'x')),
    lambda: (bytes(x for x in [1,2])),
    lambda: (bytes(['a'])),
    lambda: (b'a,b'.split(b','), b' a b '.split(), b'a,b,c'.rsplit(b',',1)),
    lambda: (b'a'.split(',')),
    lambda: (b','.join([b'a',b'b']), b','.join([])),
    lambda: (b','.join(['a'])),
    lambda: (b','.join(5)),
    lambda: (b'abc'.startswith(b'a'), b'abc'.endswith((b'x',b'c'))),
    lambda: (b'abc'.startswith('a')),
    lambda: (b'abc'.replace(b'b',b'XX'), b'aaa'.replace(b'',b'-'), b'aaa'.replace(b'a',b'b',2)),
    lambda: (b' ab '.strip(), b'xabx'.strip(b'x')),
    lambda: (b'abc'.count(b'b'), b'aaa'.count(b''), b'abc'.count(97)),
    lambda: (b'aBc'.upper(), b'aBc'.lower(), b'ab cd'.title(), b'ab'.capitalize(), b'aB'.swapcase()),
    lambda: (b'12'.isdigit(), b''.isdigit(), b'ab'.isalpha(), b'AB'.isupper()),
    lambda: (b'abc'.partition(b'b'), b'abc'.rpartition(b'x')),
    lambda: (b'a\nb\r\nc'.splitlines(), b'a\nb'.splitlines(True)),
    lambda: (b'ab'.center(5), b'ab'.ljust(4,b'-'), b'5'.zfill(3), b'-5'.zfill(4)),
    lambda: (b'abc'.translate(None, b'b'), b'abc'.translate(bytes.maketrans(b'a',b'x'))),
    lambda: (b"it's", b'\x00\xff\n\t"', b'\'"'),
    lambda: (97 in b'abc', b'bc' in b'abc', 300 in b'abc'),
    lambda: ('a' in b'abc'),
    lambda: (b'abc' == b'abc', b'abc' < b'abd', b'abc' == 'abc', hash(b'abc') == hash(bytes([97,98,99]))),
    lambda: (bytearray(b'abc'), bytearray(3), bytearray('a','ascii'), bytearray([1,2]), bytearray()),
    lambda: (bytearray(b'abc')[0], bytearray(b'abc')[1:], bytearray(b'abc') + b'd', b'd' + bytearray(b'abc')),
    lambda: (bytearray(b'abc') == b'abc', len(bytearray(5))),
    lambda: (hash(bytearray())),
    lambda: (list(b'abc'), list(bytearray(b'ab'))),
    lambda: (bytearray(b'abc').decode(), bytes(bytearray(b'x')), bytearray(b'abc').find(b'c')),
    lambda: ([b.append(100) or b for b in [bytearray(b'abc')]]),
    lambda: ([b.extend(b'xy') or b for b in [bytearray(b'abc')]]),
    lambda: ([b.extend([1,2]) or b for b in [bytearray(b'abc')]]),
    lambda: ([(b.pop(), b.pop(0), b) for b in [bytearray(b'abc')]]),
    lambda: ([b.insert(1, 65) or b for b in [bytearray(b'abc')]]),
    lambda: ([b.remove(98) or b for b in [bytearray(b'abc')]]),
    lambda: ([b.reverse() or b for b in [bytearray(b'abc')]]),
    lambda: ([b.__setitem__(0, 65) or b for b in [bytearray(b'abc')]]),
    lambda: ([b.__setitem__(slice(0,2), b'XYZ') or b for b in [bytearray(b'abc')]]),
    lambda: ([b.__setitem__(slice(0,3,2), b'XY') or b for b in [bytearray(b'abc')]]),
    lambda: ([b.__setitem__(slice(0,3,2), b'XYZ') or b for b in [bytearray(b'abc')]]),
    lambda: ([b.__delitem__(0) or b for b in [bytearray(b'abc')]]),
    lambda: ([b.__delitem__(slice(0,3,2)) or b for b in [bytearray(b'abc')]]),
    lambda: ([b.clear() or b for b in [bytearray(b'abc')]]),
    lambda: ([b.append(256) or b for b in [bytearray(b'abc')]]),
    lambda: ([b.__setitem__(0, 256) or b for b in [bytearray(b'abc')]]),
    lambda: ([b.__setitem__(9, 25) or b for b in [bytearray(b'abc')]]),
    lambda: (bytearray(b'').pop()),
    lambda: (bytearray(b'abc').copy()),
):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(e.args))

# expect: TypeError ("can't multiply sequence by non-int of type 'str'",)
# expect: ValueError ('substring not found',)
# expect: ValueError ('substring not found',)
# expect: TypeError ("'float' object cannot be interpreted as an integer",)
# expect: TypeError ('str.replace() takes no keyword arguments',)
# expect: 'c'
# expect: True
# expect: TypeError ("'str' object cannot be interpreted as an integer",)
# expect: TypeError ('The fill character must be exactly one character long',)
# expect: TypeError ("'str' object cannot be interpreted as an integer",)
# expect: 'a   b'
# expect: 'ab'
# expect: TypeError ('sequence item 1: expected str instance, int found',)
# expect: 'a,b,c'
# expect: b'\xff\xfea\x00b\x00'
# expect: b'a\x00b\x00'
# expect: b'\xff\xfe\x00\x00a\x00\x00\x00b\x00\x00\x00'
# expect: '\udc80'
# expect: UnicodeDecodeError ('utf-8', b'\xff', 0, 1, 'invalid start byte')
# expect: UnicodeDecodeError ('utf-8', b'\xe2\x82', 0, 2, 'unexpected end of data')
# expect: UnicodeDecodeError ('utf-8', b'\xe2(\xa1', 0, 1, 'invalid continuation byte')
# expect: '\ufffd(\ufffd\ufffd'
# expect: UnicodeDecodeError ('utf-8', b'\xed\xa0\x80', 0, 1, 'invalid continuation byte')
# expect: '\ufffd\ufffd'
# expect: UnicodeDecodeError ('ascii', b'\xff', 0, 1, 'ordinal not in range(128)')
# expect: '\xff\xfe'
# expect: 'abc'
# expect: 'ab'
# expect: 'a\\xffb'
# expect: 'b'
# expect: {97: 99, 98: 100}
# expect: ValueError ('the first two maketrans arguments must have equal length',)
# expect: {97: 99, 98: 100, 101: None}
# expect: ValueError ('string keys in translate table must be of length 1',)
# expect: 'abc'
# expect: "b'abc'"
# expect: UnicodeDecodeError ('utf-8', b'\xff', 0, 1, 'invalid start byte')
# expect: '\ufffd'
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: '  ab '
# expect: '**ab*'
# expect: 'bba'
# expect: True
# expect: 'ababab'
# expect: 'abc'
# expect: True
# expect: True
# expect: 'a and b'
# expect: b'abcdef'
# expect: TypeError ("can't concat str to bytes",)
# expect: (98, b'bc', b'cba')
# expect: IndexError ('index out of range',)
# expect: TypeError ('byte indices must be integers or slices, not str',)
# expect: b'ababab'
# expect: TypeError ("argument should be integer or bytes-like object, not 'str'",)
# expect: ('616263', '61:62:63:64:65:66', '6162-6364-6566', '61626364-6566')
# expect: ValueError ('non-hexadecimal number found in fromhex() arg at position 1',)
# expect: ValueError ('non-hexadecimal number found in fromhex() arg at position 0',)
# expect: (b'\x00\x00\x00', b'\x01\x02', b'\xc3\xa9', b'', b'a', b'\x00\x01\x02')
# expect: TypeError ('string argument without an encoding',)
# expect: ValueError ('negative count',)
# expect: ValueError ('bytes must be in range(0, 256)',)
# expect: TypeError ("cannot convert 'float' object to bytes",)
# expect: TypeError ('encoding without a string argument',)
# expect: b'\x01\x02'
# expect: TypeError ("'str' object cannot be interpreted as an integer",)
# expect: ([b'a', b'b'], [b'a', b'b'], [b'a,b', b'c'])
# expect: TypeError ("a bytes-like object is required, not 'str'",)
# expect: (b'a,b', b'')
# expect: TypeError ('sequence item 0: expected a bytes-like object, str found',)
# expect: TypeError ('can only join an iterable',)
# expect: (True, True)
# expect: TypeError ('startswith first arg must be bytes or a tuple of bytes, not str',)
# expect: (b'aXXc', b'-a-a-a-', b'bba')
# expect: (b'ab', b'ab')
# expect: (1, 4, 1)
# expect: (b'ABC', b'abc', b'Ab Cd', b'Ab', b'Ab')
# expect: (True, False, True, True)
# expect: ((b'a', b'b', b'c'), (b'', b'', b'abc'))
# expect: ([b'a', b'b', b'c'], [b'a\n', b'b'])
# expect: (b'  ab ', b'ab--', b'005', b'-005')
# expect: (b'ac', b'xbc')
# expect: (b"it's", b'\x00\xff\n\t"', b'\'"')
# expect: ValueError ('byte must be in range(0, 256)',)
# expect: TypeError ("a bytes-like object is required, not 'str'",)
# expect: (True, True, False, True)
# expect: (bytearray(b'abc'), bytearray(b'\x00\x00\x00'), bytearray(b'a'), bytearray(b'\x01\x02'), bytearray(b''))
# expect: (97, bytearray(b'bc'), bytearray(b'abcd'), b'dabc')
# expect: (True, 5)
# expect: TypeError ("unhashable type: 'bytearray'",)
# expect: ([97, 98, 99], [97, 98])
# expect: ('abc', b'x', 2)
# expect: [bytearray(b'abcd')]
# expect: [bytearray(b'abcxy')]
# expect: [bytearray(b'abc\x01\x02')]
# expect: [(99, 97, bytearray(b'b'))]
# expect: [bytearray(b'aAbc')]
# expect: [bytearray(b'ac')]
# expect: [bytearray(b'cba')]
# expect: [bytearray(b'Abc')]
# expect: [bytearray(b'XYZc')]
# expect: [bytearray(b'XbY')]
# expect: ValueError ('attempt to assign bytes of size 3 to extended slice of size 2',)
# expect: [bytearray(b'bc')]
# expect: [bytearray(b'b')]
# expect: [bytearray(b'')]
# expect: ValueError ('byte must be in range(0, 256)',)
# expect: ValueError ('byte must be in range(0, 256)',)
# expect: IndexError ('bytearray index out of range',)
# expect: IndexError ('pop from empty bytearray',)
# expect: bytearray(b'abc')
