# format(), str.format and f-strings: the whole mini-language, and its errors.
for f in (
    lambda: (format(1,'q')),
    lambda: (format(1,'10.')),
    lambda: (format('a','=10')),
    lambda: (format('a','+')),
    lambda: (format('a','#')),
    lambda: (format('a',',')),
    lambda: (format('a','_')),
    lambda: (format('a',' ')),
    lambda: (format(1,'.2d')),
    lambda: (format(1,'.2')),
    lambda: (format(1,'.2f')),
    lambda: (format(1,',_')),
    lambda: (format(1,'_,')),
    lambda: (format(1,',,')),
    lambda: (format(1,'__')),
    lambda: (format(1,',x')),
    lambda: (format(1,',n')),
    lambda: (format(1,',c')),
    lambda: (format(1,',b')),
    lambda: (format(1,'+c')),
    lambda: (format(1,'#c')),
    lambda: (format(-1,'c')),
    lambda: (format(0x110000,'c')),
    lambda: (format(10**30,'c')),
    lambda: (format(1,'zd')),
    lambda: (format(1.0,'d')),
    lambda: (format(1.0,'s')),
    lambda: (format('a','d')),
    lambda: (format('a','zs')),
    lambda: (format(1,'s')),
    lambda: (format(-0.001,'z.1f')),
    lambda: (format(1,'99999999999999999999d')),
    lambda: (format(1,'.99999999999999999999f')),
    lambda: (format(1.5,'abc')),
    lambda: (format(None,'d')),
    lambda: (format([],'d')),
    lambda: (format([1],'')),
    lambda: (format(None,'')),
    lambda: (format(1j,'010')),
    lambda: (format(1j,'=10')),
    lambda: (format(1j,'d')),
    lambda: (format(1j,'.2f')),
    lambda: (format(3+4j,'')),
    lambda: (format(3+4j,'.3')),
    lambda: (format(3+4j,'>20')),
    lambda: (format(3+4j,'+.1e')),
    lambda: (format(1e16,'#')),
    lambda: (format(5.0,'#.3g')),
    lambda: (format(1234567.891,',.2f')),
    lambda: (format(1234,'08,')),
    lambda: (format(1234,'012_x')),
    lambda: (format(float('inf'),'010')),
    lambda: (format(float('nan'),'F')),
    lambda: (format(float('nan'),'+')),
    lambda: (format(float('-inf'),'E')),
    lambda: (format(float('inf'),'%')),
    lambda: (format(True,'')),
    lambda: (format(True,'5')),
    lambda: (format(True,'d')),
    lambda: (format(True,'s')),
    lambda: (format('abc','010')),
    lambda: (format('abc','.2')),
    lambda: (format('abc','^10')),
    lambda: (format('abc','*<6s')),
    lambda: (format('é€','é^6')),
    lambda: (format(1,'é>5')),
    lambda: (format(10**50,'e')),
    lambda: (format(10**400,'e')),
    lambda: (format(10**400,'f')),
    lambda: (format(12345678901234567890,',')),
    lambda: (format(0.5,'%')),
    lambda: (format(0.12345,'.1%')),
    lambda: (format(1e300,'f')[:20]),
    lambda: (format(1,'\x00')),
    lambda: (format(1.0,'é')),
    lambda: (format(1,'5 ')),
    lambda: (format(1.5,'_')),
    lambda: (format(12345.678,'_')),
    lambda: (format(1.0,'n')),
    lambda: (format(1e10,'n')),
    lambda: (format(255,'#X')),
    lambda: (format(255,'#06x')),
    lambda: (format(255,'#b')),
    lambda: (format(-255,'#o')),
    lambda: (format(-5,'=+8')),
    lambda: (format(-5,'^+8')),
    lambda: (format(5,' ')),
    lambda: (format(1e-7,'')),
    lambda: (format(1e22,',')),
    lambda: (format(1.5,'10')),
    lambda: (format(1.5,'<10')),
    lambda: (format(1.5,'010')),
    lambda: (format(-1.5,'010')),
    lambda: (format(1.5,'.0f')),
    lambda: (format(2.5,'.0f')),
    lambda: (format(123.456,'.3')),
    lambda: (format(123456.0,'.3')),
    lambda: (format(100.0,'.3')),
    lambda: (format(0.0,'.3')),
    lambda: (format(0.0,'.0')),
    lambda: (format(0.00001234,'.2')),
    lambda: (format(1,'c')),
    lambda: (format(8364,'5c')),
    lambda: (format(65,'05c')),
    lambda: (format(0,'x')),
    lambda: (format(1.5,'.')),
    lambda: (format(1,'-5d')),
    lambda: (format(1,'>>>')),
    lambda: (format(7,'<')),
    lambda: (format(2**70,'.3f')),
    lambda: (format(2**70,'g')),
    lambda: (format(-2**70,'#x')),
    lambda: (format(2**70,'_b')),
    lambda: (format(1,5)),
    lambda: (format('a',5)),
    lambda: ('{:{}}'.format(1,5)),
    lambda: ('{0.real}'.format(3)),
    lambda: ('{0[a]}'.format({'a':1})),
    lambda: ('{'.format()),
    lambda: ('}'.format()),
    lambda: ('{}'.format()),
    lambda: ('{0}{}'.format(1)),
    lambda: ('{}{0}'.format(1)),
    lambda: ('{a}'.format()),
    lambda: ('{a}'.format(a=5)),
    lambda: ('{!x}'.format(1)),
    lambda: ('{!}'.format(1)),
    lambda: ('{!r:>5}'.format('a')),
    lambda: ('{!s:>5}'.format('a')),
    lambda: ('{!a}'.format('é')),
    lambda: ('{!rr}'.format(1)),
    lambda: ('{a.b}'.format(a=1)),
    lambda: ('{0[x}'.format(1)),
    lambda: ('{0[]}'.format(1)),
    lambda: ('{0.}'.format(1)),
    lambda: ('{0]}'.format(1)),
    lambda: ('{:{:{}}}'.format(1,2,3)),
    lambda: ('{{}}'.format()),
    lambda: ('{{{}}}'.format(1)),
    lambda: ('{0:{1}}'.format(1,2)),
    lambda: ('{:d}'.format('a')),
    lambda: ('{0[0]}'.format([5])),
    lambda: ('{0[-1]}'.format({'-1':5})),
    lambda: ('{-1}'.format(1)),
    lambda: ('{0x}'.format(1)),
    lambda: ('{} {} {}'.format(1,'b',2.5)),
    lambda: ('{1} {0}'.format(1,2)),
    lambda: ('{0:>{w}}'.format('a', w=5)),
    lambda: ('{:,}'.format(1234567)),
    lambda: ('{} {}'.format([1,2],{'a':1})),
    lambda: ('{:>10}'.format([1])),
    lambda: ('{}'.format(None)),
    lambda: ('{:5}'.format(None)),
    lambda: ('{}'.format((1,))),
    lambda: ('{0[b][1].real}'.format({'b':[1,2]})),
    lambda: ('{a[0]}{b}'.format(a=[1],b=2)),
    lambda: ('{99999999999999999999}'.format(1)),
    lambda: ('{0[99999999999999999999]}'.format([1])),
    lambda: ('{:%d}'.format(1)),
    lambda: (f"{3!r:>5}" f"{'a':*^5}" f"{1.5:{'.2f'}}"),
    lambda: (f"{10:#x} {10:08b} {1e6:,.0f} {0.25:.0%}"),
    lambda: (f"{'x'!r} {'é'!a} {1.0}"),
    lambda: (f"{None} {True} {[1]}"),
    lambda: (f"{None:5}"),
    lambda: (str(0.1), str(1e100), str(-0.0), str(1e16), str(123456789.123)),
):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(e.args))


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        return f'${self.amount:{spec or ".2f"}}'

    def __getitem__(self, key):
        return f'item {key}'


m = Money(12.5)
print(f'{m} {m:.0f} {m:>8.1f}', '{} {:.3f} {0.amount}'.replace('{0', '{').format(m, m, m), '{0[k]} {0[3]}'.format(m), format(m, '.1f'))


class Wrong:
    def __format__(self, spec):
        return 1


try:
    f'{Wrong()}'
except TypeError as e:
    print(e)
width, precision = 10, 3
print(f'{3.14159:{width}.{precision}}|{"x":*^{width}}|{width=}|{precision + 1 = }|{"a" "b"!r:>6}')

# expect: ValueError ("Unknown format code 'q' for object of type 'int'",)
# expect: ValueError ('Format specifier missing precision',)
# expect: ValueError ("'=' alignment not allowed in string format specifier",)
# expect: ValueError ('Sign not allowed in string format specifier',)
# expect: ValueError ('Alternate form (#) not allowed in string format specifier',)
# expect: ValueError ("Cannot specify ',' with 's'.",)
# expect: ValueError ("Cannot specify '_' with 's'.",)
# expect: ValueError ('Space not allowed in string format specifier',)
# expect: ValueError ('Precision not allowed in integer format specifier',)
# expect: ValueError ('Precision not allowed in integer format specifier',)
# expect: '1.00'
# expect: ValueError ("Cannot specify both ',' and '_'.",)
# expect: ValueError ("Cannot specify both ',' and '_'.",)
# expect: ValueError ("Cannot specify ',' with ','.",)
# expect: ValueError ("Cannot specify '_' with '_'.",)
# expect: ValueError ("Cannot specify ',' with 'x'.",)
# expect: ValueError ("Cannot specify ',' with 'n'.",)
# expect: ValueError ("Cannot specify ',' with 'c'.",)
# expect: ValueError ("Cannot specify ',' with 'b'.",)
# expect: ValueError ("Sign not allowed with integer format specifier 'c'",)
# expect: ValueError ("Alternate form (#) not allowed with integer format specifier 'c'",)
# expect: OverflowError ('%c arg not in range(0x110000)',)
# expect: OverflowError ('%c arg not in range(0x110000)',)
# expect: OverflowError ('Python int too large to convert to C long',)
# expect: ValueError ('Negative zero coercion (z) not allowed in integer format specifier',)
# expect: ValueError ("Unknown format code 'd' for object of type 'float'",)
# expect: ValueError ("Unknown format code 's' for object of type 'float'",)
# expect: ValueError ("Unknown format code 'd' for object of type 'str'",)
# expect: ValueError ('Negative zero coercion (z) not allowed in string format specifier',)
# expect: ValueError ("Unknown format code 's' for object of type 'int'",)
# expect: '0.0'
# expect: ValueError ('Too many decimal digits in format string',)
# expect: ValueError ('Too many decimal digits in format string',)
# expect: ValueError ("Invalid format specifier 'abc' for object of type 'float'",)
# expect: TypeError ('unsupported format string passed to NoneType.__format__',)
# expect: TypeError ('unsupported format string passed to list.__format__',)
# expect: '[1]'
# expect: 'None'
# expect: ValueError ('Zero padding is not allowed in complex format specifier',)
# expect: ValueError ("'=' alignment flag is not allowed in complex format specifier",)
# expect: ValueError ("Unknown format code 'd' for object of type 'complex'",)
# expect: '0.00+1.00j'
# expect: '(3+4j)'
# expect: '(3+4j)'
# expect: '              (3+4j)'
# expect: '+3.0e+00+4.0e+00j'
# expect: '1.e+16'
# expect: '5.00'
# expect: '1,234,567.89'
# expect: '0,001,234'
# expect: '00_0000_04d2'
# expect: '0000000inf'
# expect: 'NAN'
# expect: '+nan'
# expect: '-INF'
# expect: 'inf%'
# expect: 'True'
# expect: '    1'
# expect: '1'
# expect: ValueError ("Unknown format code 's' for object of type 'bool'",)
# expect: 'abc0000000'
# expect: 'ab'
# expect: '   abc    '
# expect: 'abc***'
# expect: '\xe9\xe9\xe9\u20ac\xe9\xe9'
# expect: '\xe9\xe9\xe9\xe91'
# expect: '1.000000e+50'
# expect: OverflowError ('int too large to convert to float',)
# expect: OverflowError ('int too large to convert to float',)
# expect: '12,345,678,901,234,567,890'
# expect: '50.000000%'
# expect: '12.3%'
# expect: '10000000000000000525'
# expect: ValueError ("Unknown format code '\\x0' for object of type 'int'",)
# expect: ValueError ("Unknown format code '\\xe9' for object of type 'float'",)
# expect: ValueError ("Unknown format code '\\x20' for object of type 'int'",)
# expect: '1.5'
# expect: '12_345.678'
# expect: '1'
# expect: '1e+10'
# expect: '0XFF'
# expect: '0x00ff'
# expect: '0b11111111'
# expect: '-0o377'
# expect: '-      5'
# expect: '   -5   '
# expect: ' 5'
# expect: '1e-07'
# expect: '1e+22'
# expect: '       1.5'
# expect: '1.5       '
# expect: '00000001.5'
# expect: '-0000001.5'
# expect: '2'
# expect: '2'
# expect: '1.23e+02'
# expect: '1.23e+05'
# expect: '1e+02'
# expect: '0.0'
# expect: '0e+00'
# expect: '1.2e-05'
# expect: '\x01'
# expect: '    \u20ac'
# expect: '0000A'
# expect: '0'
# expect: ValueError ('Format specifier missing precision',)
# expect: '    1'
# expect: ValueError ("Unknown format code '>' for object of type 'int'",)
# expect: '7'
# expect: '1180591620717411303424.000'
# expect: '1.18059e+21'
# expect: '-0x400000000000000000'
# expect: '100_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000'
# expect: TypeError ('format() argument 2 must be str, not int',)
# expect: TypeError ('format() argument 2 must be str, not int',)
# expect: '    1'
# expect: '3'
# expect: '1'
# expect: ValueError ("Single '{' encountered in format string",)
# expect: ValueError ("Single '}' encountered in format string",)
# expect: IndexError ('Replacement index 0 out of range for positional args tuple',)
# expect: ValueError ('cannot switch from manual field specification to automatic field numbering',)
# expect: ValueError ('cannot switch from automatic field numbering to manual field specification',)
# expect: KeyError ('a',)
# expect: '5'
# expect: ValueError ('Unknown conversion specifier x',)
# expect: ValueError ("unmatched '{' in format spec",)
# expect: "  'a'"
# expect: '    a'
# expect: "'\\xe9'"
# expect: ValueError ("expected ':' after conversion specifier",)
# expect: AttributeError ("'int' object has no attribute 'b'",)
# expect: ValueError ("expected '}' before end of string",)
# expect: ValueError ('Empty attribute in format string',)
# expect: ValueError ('Empty attribute in format string',)
# expect: KeyError ('0]',)
# expect: ValueError ('Max string recursion exceeded',)
# expect: '{}'
# expect: '{1}'
# expect: ' 1'
# expect: ValueError ("Unknown format code 'd' for object of type 'str'",)
# expect: '5'
# expect: '5'
# expect: KeyError ('-1',)
# expect: KeyError ('0x',)
# expect: '1 b 2.5'
# expect: '2 1'
# expect: '    a'
# expect: '1,234,567'
# expect: "[1, 2] {'a': 1}"
# expect: TypeError ('unsupported format string passed to list.__format__',)
# expect: 'None'
# expect: TypeError ('unsupported format string passed to NoneType.__format__',)
# expect: '(1,)'
# expect: '2'
# expect: '12'
# expect: ValueError ('Too many decimal digits in format string',)
# expect: ValueError ('Too many decimal digits in format string',)
# expect: ValueError ("Invalid format specifier '%d' for object of type 'int'",)
# expect: '    3**a**1.50'
# expect: '0xa 00001010 1,000,000 25%'
# expect: "'x' '\\xe9' 1.0"
# expect: 'None True [1]'
# expect: TypeError ('unsupported format string passed to NoneType.__format__',)
# expect: ('0.1', '1e+100', '-0.0', '1e+16', '123456789.123')
# expect: $12.50 $12 $    12.5 $12.50 $12.500 12.5 item k item 3 $12.5
# expect: __format__ must return a str, not int
# expect:       3.14|****x*****|width=10|precision + 1 = 4|  'ab'
