# str: the methods of CPython 3.11 on ASCII and other text.
def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__ + ":", *e.args)


for f in (
    lambda: 'a'+1,
    lambda: 'a'.__mul__(3),
    lambda: 'a'*1.5,
    lambda: 1 in 'a',
    lambda: 'a'.find(1),
    lambda: ('a'.find('a',1.5)),
    lambda: ('a'.find('a',None,None)),
    lambda: 'a'.count(1),
    lambda: ('a'.replace(1,2)),
    lambda: ('a'.replace('a',2)),
    lambda: 'a'.split(1),
    lambda: 'a'.split(''),
    lambda: ('a'.split(None,1.5)),
    lambda: 'a'.split(sep='a'),
    lambda: 'a'.rsplit(''),
    lambda: 'a'.split(foo=1),
    lambda: ('a'.split(1,2,3)),
    lambda: ('a'.splitlines(True,1)),
    lambda: 'a'.splitlines(keepends=1),
    lambda: 'a'.strip(1),
    lambda: 'a'.lstrip(1),
    lambda: 'a'.partition(1),
    lambda: 'a'.partition(''),
    lambda: 'a'.rpartition(''),
    lambda: 'a'.removeprefix(1),
    lambda: 'a'.removesuffix(1),
    lambda: 'abc'.removesuffix('bc'),
    lambda: 'abc'.removesuffix(''),
    lambda: 'a'.startswith(1),
    lambda: ('a'.startswith((1,))),
    lambda: 'a'.endswith(1),
    lambda: ('a'.center(5,1)),
    lambda: 'a'.expandtabs('a'),
    lambda: '01\t012\t0123\t01234'.expandtabs(),
    lambda: '01\t012\n\t0123\t01234'.expandtabs(6),
    lambda: 'a'.join(5),
    lambda: 'a'.join([1]),
    lambda: 'a'.join('xyz'),
    lambda: (','.join(())),
    lambda: (','.join(str(i) for i in range(4))),
    lambda: (','.join({'x':1,'y':2})),
    lambda: ('é'.join(['a','€','😀'])),
    lambda: 'a'.encode('foo'),
    lambda: 'é'.encode('ascii'),
    lambda: 'é€'.encode('latin-1'),
    lambda: '\ud800'.encode(),
    lambda: ('é'.encode('ascii','replace')),
    lambda: ('é'.encode('ascii','ignore')),
    lambda: ('é'.encode('ascii','backslashreplace')),
    lambda: ('é'.encode('ascii','xmlcharrefreplace')),
    lambda: ('é'.encode('ascii','foo')),
    lambda: 'a'.encode(1),
    lambda: 'a😀'.encode('utf-16-be'),
    lambda: 'é€😀'.encode(),
    lambda: 'é€😀'.encode().decode(),
    lambda: 'é€😀'.encode('utf-16').decode('utf-16'),
    lambda: 'é€😀'.encode('utf-32').decode('utf-32'),
    lambda: ('\udc80'.encode('utf-8','surrogateescape')),
    lambda: 'a'.translate({97:-1}),
    lambda: 'a'.translate({97:1.5}),
    lambda: ('abc'.translate({97:None,98:'XY',99:100})),
    lambda: ('hello'.translate(str.maketrans('el','ip'))),
    lambda: ('hello'.translate(str.maketrans('el','ip','o'))),
    lambda: (str.maketrans({'a':1,98:'x'})),
    lambda: (str.maketrans('a',2)),
    lambda: str.maketrans({1.5:1}),
    lambda: str(),
    lambda: (str(5,'utf-8')),
    lambda: (str('a','utf-8')),
    lambda: str(object=5),
    lambda: (str(1,2,3,4)),
    lambda: 'abc'[1.5],
    lambda: 'abc'['a'],
    lambda: 'abc'[5],
    lambda: 'abc'[-1],
    lambda: 'abc'[-4],
    lambda: 'abc'[::0],
    lambda: 'abc'['a':],
    lambda: 'abcdef'[1:4],
    lambda: 'abcdef'[::-1],
    lambda: 'abcdef'[::2],
    lambda: 'abcdef'[4:1:-2],
    lambda: 'aé€😀'[1:3],
    lambda: 'aé€😀'[0:1],
    lambda: 'aé€😀'[0:2],
    lambda: 'aé€😀'[::-1],
    lambda: 'ß'.upper(),
    lambda: 'ǆ'.title(),
    lambda: 'ΑΣ'.lower(),
    lambda: 'ΑΣ Σ ΣΑΣ'.lower(),
    lambda: 'İ'.lower(),
    lambda: 'hello wOrld'.title(),
    lambda: "they're".title(),
    lambda: 'hELLO'.capitalize(),
    lambda: 'aB'.swapcase(),
    lambda: 'ﬁ'.capitalize(),
    lambda: 'Straße'.casefold(),
    lambda: ''.isalpha(),
    lambda: 'aB'.isupper(),
    lambda: 'A1'.isupper(),
    lambda: '²'.isdigit(),
    lambda: '²'.isdecimal(),
    lambda: '½'.isnumeric(),
    lambda: ''.isprintable(),
    lambda: ''.isascii(),
    lambda: 'class'.isidentifier(),
    lambda: 'abc'.__contains__(1),
    lambda: 'a'.__eq__(1),
    lambda: 'a'.__lt__(1),
    lambda: 'a' < 1,
    lambda: 'a' < 'é',
    lambda: 'é' < '€',
    lambda: 'a' == 'a',
    lambda: len('abc'),
    lambda: 'abc'.__len__(),
    lambda: ('%s'.__mod__((1,))),
    lambda: 'abc'.__rmul__(2),
    lambda: 'abc'.__rmod__(2),
    lambda: 'abc'.__getnewargs__(),
    lambda: 'a\x0bb\x0cc\x1cd\u2028e\r\nf\ng\rh'.splitlines(),
    lambda: 'a\nb\r\nc\n'.splitlines(True),
    lambda: '\n'.splitlines(),
    lambda: ''.splitlines(),
    lambda: '  a  b  '.split(),
    lambda: ('  a  b  '.split(None,1)),
    lambda: ('  a  b  '.rsplit(None,1)),
    lambda: ''.split(),
    lambda: (''.split(',')),
    lambda: ('a,b,,c'.split(',')),
    lambda: ('a,b,,c'.split(',',2)),
    lambda: ('a,b,,c'.rsplit(',',2)),
    lambda: ('a, b, c'.split(', ')),
    lambda: 'aXbXc'.partition('X'),
    lambda: 'aXbXc'.rpartition('X'),
    lambda: 'abc'.rpartition('X'),
    lambda: 'abc'.partition('X'),
    lambda: 'xxabcxx'.strip('x'),
    lambda: '  ab '.lstrip(),
    lambda: '  ab '.rstrip(),
    lambda: '\u2003ab\u3000'.strip(),
    lambda: '+5'.zfill(5),
    lambda: '-'.zfill(3),
    lambda: '5'.zfill(3),
    lambda: ('abc'.ljust(6,'é')),
    lambda: 'abc'.rjust(6),
    lambda: 'a'.center(4),
    lambda: ('aaa'.replace('','-')),
    lambda: ('aaa'.replace('','-',2)),
    lambda: ('aaa'.replace('aa','')),
    lambda: ('aéa'.replace('é','e')),
    lambda: ('aea'.replace('e','€')),
    lambda: 'aaaa'.count('aa'),
    lambda: 'aaa'.count(''),
    lambda: ''.count(''),
    lambda: ''.find(''),
    lambda: ('abc'.find('',3)),
    lambda: ('abc'.find('',4)),
    lambda: 'abc'.rfind(''),
    lambda: 'abcabc'.rfind('bc'),
    lambda: ('abcabc'.find('bc',2)),
    lambda: ('abcabc'.find('bc',-2)),
    lambda: ('abcabc'.rfind('bc',0,4)),
    lambda: ('abc'.startswith('',4)),
    lambda: ('abc'.startswith('',3)),
    lambda: ('abc'.startswith('bc',1)),
    lambda: ('abc'.endswith('c',-1)),
    lambda: 'a'*(1<<70),
    lambda: 'a'*-5,
    lambda: 'é'*3,
    lambda: 'abc'.format_map({'a':1}),
    lambda: '{a}'.format_map({'a':1}),
    lambda: '{}'.format_map({'a':1}),
    lambda: 'a'.isupper(1),
    lambda: 'it\'s',
    lambda: 'it\'s "x"',
    lambda: "\t\n\r\\\x00\x7f\x80\xad\u2028\ud800\U0001f600é",
    lambda: ascii('é€😀\n'),
    lambda: repr('\u0378'),
    lambda: 'abc' in 'xabcx',
    lambda: '' in 'abc',
    lambda: 'é' in 'abc',
    lambda: [c for c in 'aé€😀'],
    lambda: list(reversed('abc')),
    lambda: sorted('banana'),
    lambda: (str(1.0), str(True), str(None), str([1,'a']), str({'a':1})),
    lambda: (max('hello'), min('hello')),
    lambda: 'x'.join(['']*5),
    lambda: 'abc'.index('c'),
    lambda: 'A'.lower() + 'É'.lower() + 'ẞ'.lower(),
    lambda: ('ŉ'.upper(), 'ΐ'.upper(), 'ﬀ'.title()),
):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(e.args))

# expect: TypeError ('can only concatenate str (not "int") to str',)
# expect: 'aaa'
# expect: TypeError ("can't multiply sequence by non-int of type 'float'",)
# expect: TypeError ("'in <string>' requires string as left operand, not int",)
# expect: TypeError ('must be str, not int',)
# expect: TypeError ('slice indices must be integers or None or have an __index__ method',)
# expect: 0
# expect: TypeError ('must be str, not int',)
# expect: TypeError ('replace() argument 1 must be str, not int',)
# expect: TypeError ('replace() argument 2 must be str, not int',)
# expect: TypeError ('must be str or None, not int',)
# expect: ValueError ('empty separator',)
# expect: TypeError ("'float' object cannot be interpreted as an integer",)
# expect: ['', '']
# expect: ValueError ('empty separator',)
# expect: TypeError ("'foo' is an invalid keyword argument for split()",)
# expect: TypeError ('split() takes at most 2 arguments (3 given)',)
# expect: TypeError ('splitlines() takes at most 1 argument (2 given)',)
# expect: ['a']
# expect: TypeError ('strip arg must be None or str',)
# expect: TypeError ('lstrip arg must be None or str',)
# expect: TypeError ('must be str, not int',)
# expect: ValueError ('empty separator',)
# expect: ValueError ('empty separator',)
# expect: TypeError ('removeprefix() argument must be str, not int',)
# expect: TypeError ('removesuffix() argument must be str, not int',)
# expect: 'a'
# expect: 'abc'
# expect: TypeError ('startswith first arg must be str or a tuple of str, not int',)
# expect: TypeError ('tuple for startswith must only contain str, not int',)
# expect: TypeError ('endswith first arg must be str or a tuple of str, not int',)
# expect: TypeError ('The fill character must be a unicode character, not int',)
# expect: TypeError ("'str' object cannot be interpreted as an integer",)
# expect: '01      012     0123    01234'
# expect: '01    012\n      0123  01234'
# expect: TypeError ('can only join an iterable',)
# expect: TypeError ('sequence item 0: expected str instance, int found',)
# expect: 'xayaz'
# expect: ''
# expect: '0,1,2,3'
# expect: 'x,y'
# expect: 'a\xe9\u20ac\xe9\U0001f600'
# expect: LookupError ('unknown encoding: foo',)
# expect: UnicodeEncodeError ('ascii', '\xe9', 0, 1, 'ordinal not in range(128)')
# expect: UnicodeEncodeError ('latin-1', '\xe9\u20ac', 1, 2, 'ordinal not in range(256)')
# expect: UnicodeEncodeError ('utf-8', '\ud800', 0, 1, 'surrogates not allowed')
# expect: b'?'
# expect: b''
# expect: b'\\xe9'
# expect: b'&#233;'
# expect: LookupError ("unknown error handler name 'foo'",)
# expect: TypeError ("encode() argument 'encoding' must be str, not int",)
# expect: b'\x00a\xd8=\xde\x00'
# expect: b'\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80'
# expect: '\xe9\u20ac\U0001f600'
# expect: '\xe9\u20ac\U0001f600'
# expect: '\xe9\u20ac\U0001f600'
# expect: b'\x80'
# expect: ValueError ('character mapping must be in range(0x110000)',)
# expect: TypeError ('character mapping must return integer, None or str',)
# expect: 'XYd'
# expect: 'hippo'
# expect: 'hipp'
# expect: {97: 1, 98: 'x'}
# expect: TypeError ('maketrans() argument 2 must be str, not int',)
# expect: TypeError ('keys in translate table must be strings or integers',)
# expect: ''
# expect: TypeError ('decoding to str: need a bytes-like object, int found',)
# expect: TypeError ('decoding str is not supported',)
# expect: '5'
# expect: TypeError ('str() takes at most 3 arguments (4 given)',)
# expect: TypeError ("string indices must be integers, not 'float'",)
# expect: TypeError ("string indices must be integers, not 'str'",)
# expect: IndexError ('string index out of range',)
# expect: 'c'
# expect: IndexError ('string index out of range',)
# expect: ValueError ('slice step cannot be zero',)
# expect: TypeError ('slice indices must be integers or None or have an __index__ method',)
# expect: 'bcd'
# expect: 'fedcba'
# expect: 'ace'
# expect: 'ec'
# expect: '\xe9\u20ac'
# expect: 'a'
# expect: 'a\xe9'
# expect: '\U0001f600\u20ac\xe9a'
# expect: 'SS'
# expect: '\u01c5'
# expect: '\u03b1\u03c2'
# expect: '\u03b1\u03c2 \u03c3 \u03c3\u03b1\u03c2'
# expect: 'i\u0307'
# expect: 'Hello World'
# expect: "They'Re"
# expect: 'Hello'
# expect: 'Ab'
# expect: 'Fi'
# expect: 'strasse'
# expect: False
# expect: False
# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: True
# expect: True
# expect: TypeError ("'in <string>' requires string as left operand, not int",)
# expect: NotImplemented
# expect: NotImplemented
# expect: TypeError ("'<' not supported between instances of 'str' and 'int'",)
# expect: True
# expect: True
# expect: True
# expect: 3
# expect: 3
# expect: '1'
# expect: 'abcabc'
# expect: NotImplemented
# expect: ('abc',)
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
# expect: ['a\n', 'b\r\n', 'c\n']
# expect: ['']
# expect: []
# expect: ['a', 'b']
# expect: ['a', 'b  ']
# expect: ['  a', 'b']
# expect: []
# expect: ['']
# expect: ['a', 'b', '', 'c']
# expect: ['a', 'b', ',c']
# expect: ['a,b', '', 'c']
# expect: ['a', 'b', 'c']
# expect: ('a', 'X', 'bXc')
# expect: ('aXb', 'X', 'c')
# expect: ('', '', 'abc')
# expect: ('abc', '', '')
# expect: 'abc'
# expect: 'ab '
# expect: '  ab'
# expect: 'ab'
# expect: '+0005'
# expect: '-00'
# expect: '005'
# expect: 'abc\xe9\xe9\xe9'
# expect: '   abc'
# expect: ' a  '
# expect: '-a-a-a-'
# expect: '-a-aa'
# expect: 'a'
# expect: 'aea'
# expect: 'a\u20aca'
# expect: 2
# expect: 4
# expect: 1
# expect: 0
# expect: 3
# expect: -1
# expect: 3
# expect: 4
# expect: 4
# expect: 4
# expect: 1
# expect: False
# expect: True
# expect: True
# expect: True
# expect: OverflowError ("cannot fit 'int' into an index-sized integer",)
# expect: ''
# expect: '\xe9\xe9\xe9'
# expect: 'abc'
# expect: '1'
# expect: ValueError ('Format string contains positional fields',)
# expect: TypeError ('str.isupper() takes no arguments (1 given)',)
# expect: "it's"
# expect: 'it\'s "x"'
# expect: '\t\n\r\\\x00\x7f\x80\xad\u2028\ud800\U0001f600\xe9'
# expect: "'\\xe9\\u20ac\\U0001f600\\n'"
# expect: "'\\u0378'"
# expect: True
# expect: True
# expect: False
# expect: ['a', '\xe9', '\u20ac', '\U0001f600']
# expect: ['c', 'b', 'a']
# expect: ['a', 'a', 'a', 'b', 'n', 'n']
# expect: ('1.0', 'True', 'None', "[1, 'a']", "{'a': 1}")
# expect: ('o', 'e')
# expect: 'xxxx'
# expect: 2
# expect: 'a\xe9\xdf'
# expect: ('\u02bcN', '\u0399\u0308\u0301', 'Ff')
