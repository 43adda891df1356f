# The % operator of str.
for f in (
    lambda: ('%d' % 'a'),
    lambda: ('%d %d' % 1),
    lambda: ('%d' % (1,2)),
    lambda: ('%(a)s' % {'a':1}),
    lambda: ('%(a)s' % {}),
    lambda: ('%(a)s' % (1,)),
    lambda: ('%s %s' % 'a'),
    lambda: ('%' % ()),
    lambda: ('%q' % 1),
    lambda: ('%q' % ()),
    lambda: ('%5' % 1),
    lambda: ('%c' % 'ab'),
    lambda: ('%c' % 65),
    lambda: ('%c' % 'é'),
    lambda: ('%c' % 1.5),
    lambda: ('%c' % 0x110000),
    lambda: ('%c' % -1),
    lambda: ('%5c|' % 'x'),
    lambda: ('%x' % 1.5),
    lambda: ('%x' % -255),
    lambda: ('%#x' % 255),
    lambda: ('%o' % 8),
    lambda: ('%i' % 3.99),
    lambda: ('%u' % 3),
    lambda: ('%5.2f|%-8s|%+d|% d|%05d' % (1.5,'a',1,2,3)),
    lambda: ('%*d' % (5,1)),
    lambda: ('%-*d|' % (5,1)),
    lambda: ('%*d|' % (-5,1)),
    lambda: ('%.*f' % (2,1.23456)),
    lambda: ('%*d' % ('a',1)),
    lambda: ('%s' % (1,)),
    lambda: ('%s' % [1]),
    lambda: ('%%' % ()),
    lambda: ('%%' % 1),
    lambda: ('abc' % ()),
    lambda: ('abc' % 1),
    lambda: ('abc' % {}),
    lambda: ('abc' % [1]),
    lambda: ('%r' % 'a'),
    lambda: ('%a' % 'é'),
    lambda: ('%.2s' % 'abc'),
    lambda: ('%5s' % 'é'),
    lambda: ('%f' % 'a'),
    lambda: ('%e' % 1),
    lambda: ('%g' % 1e10),
    lambda: ('%G' % 1e-10),
    lambda: ('%F' % float('nan')),
    lambda: ('%d' % 10**20),
    lambda: ('%d' % 1e30),
    lambda: ('%d' % float('nan')),
    lambda: ('%d' % float('inf')),
    lambda: ('%#o' % 8),
    lambda: ('%#b' % 8),
    lambda: ('%.3d' % 5),
    lambda: ('%.0f' % 2.5),
    lambda: ('%#.0f' % 2),
    lambda: ('%010.3f' % -1.5),
    lambda: ('%-010d|' % 5),
    lambda: ('%+s' % 'a'),
    lambda: ('%ld' % 5),
    lambda: ('%(a)' % {'a':1}),
    lambda: ('%(a' % {'a':1}),
    lambda: ('%((a))s' % {'(a)':1}),
    lambda: ('%(a)s %s' % {'a':1}),
    lambda: ('%s %(a)s' % {'a':1}),
    lambda: ('%x' % 'a'),
    lambda: ('%s' % None),
    lambda: ('%5s|%-5r' % (None,True)),
    lambda: ('%d' % True),
    lambda: ('%s' % ()),
    lambda: ('%08.3x' % 255),
    lambda: ('%#08x' % 255),
    lambda: ('%+x' % 255),
    lambda: ('% x' % 255),
    lambda: ('%X' % 255),
    lambda: ('%.5x' % 255),
    lambda: ('%s %s' % ([1,2], (3,))),
    lambda: ('%s' % {'a': 1}),
    lambda: ('%(x)5.1f|%(y)s' % {'x': 1.25, 'y': [1]}),
    lambda: ('%05s' % 'a'),
    lambda: ('%05f' % float('inf')),
    lambda: ('%.3e' % 12345.678),
    lambda: ('%é' % 1),
    lambda: ('%99999999999d' % 1),
):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(e.args))


class Number:
    def __index__(self):
        return 65

    def __float__(self):
        return 2.25

    def __str__(self):
        return 'number'


n = Number()
print('%d %x %c %s %r'.replace(' %r', '') % (n, n, n, n), '%5.1f|%-8s|' % (n, n))


class Mapping:
    def __getitem__(self, key):
        return 'value of ' + key


print('%(a)s, %(b)10.8s|' % Mapping(), '{x} {y!r}'.format_map(Mapping()))

# expect: TypeError ('%d format: a real number is required, not str',)
# expect: TypeError ('not enough arguments for format string',)
# expect: TypeError ('not all arguments converted during string formatting',)
# expect: '1'
# expect: KeyError ('a',)
# expect: TypeError ('format requires a mapping',)
# expect: TypeError ('not enough arguments for format string',)
# expect: ValueError ('incomplete format',)
# expect: ValueError ("unsupported format character 'q' (0x71) at index 1",)
# expect: TypeError ('not enough arguments for format string',)
# expect: ValueError ('incomplete format',)
# expect: TypeError ('%c requires int or char',)
# expect: 'A'
# expect: '\xe9'
# expect: TypeError ('%c requires int or char',)
# expect: OverflowError ('%c arg not in range(0x110000)',)
# expect: OverflowError ('%c arg not in range(0x110000)',)
# expect: '    x|'
# expect: TypeError ('%x format: an integer is required, not float',)
# expect: '-ff'
# expect: '0xff'
# expect: '10'
# expect: '3'
# expect: '3'
# expect: ' 1.50|a       |+1| 2|00003'
# expect: '    1'
# expect: '1    |'
# expect: '1    |'
# expect: '1.23'
# expect: TypeError ('* wants int',)
# expect: '1'
# expect: '[1]'
# expect: '%'
# expect: TypeError ('not all arguments converted during string formatting',)
# expect: 'abc'
# expect: TypeError ('not all arguments converted during string formatting',)
# expect: 'abc'
# expect: 'abc'
# expect: "'a'"
# expect: "'\\xe9'"
# expect: 'ab'
# expect: '    \xe9'
# expect: TypeError ('must be real number, not str',)
# expect: '1.000000e+00'
# expect: '1e+10'
# expect: '1E-10'
# expect: 'NAN'
# expect: '100000000000000000000'
# expect: '1000000000000000019884624838656'
# expect: ValueError ('cannot convert float NaN to integer',)
# expect: OverflowError ('cannot convert float infinity to integer',)
# expect: '0o10'
# expect: ValueError ("unsupported format character 'b' (0x62) at index 2",)
# expect: '005'
# expect: '2'
# expect: '2.'
# expect: '-00001.500'
# expect: '5         |'
# expect: 'a'
# expect: '5'
# expect: ValueError ('incomplete format',)
# expect: ValueError ('incomplete format key',)
# expect: '1'
# expect: TypeError ('not enough arguments for format string',)
# expect: "{'a': 1} 1"
# expect: TypeError ('%x format: an integer is required, not str',)
# expect: 'None'
# expect: ' None|True '
# expect: '1'
# expect: TypeError ('not enough arguments for format string',)
# expect: '000000ff'
# expect: '0x0000ff'
# expect: '+ff'
# expect: ' ff'
# expect: 'FF'
# expect: '000ff'
# expect: '[1, 2] (3,)'
# expect: "{'a': 1}"
# expect: '  1.2|[1]'
# expect: '    a'
# expect: '00inf'
# expect: '1.235e+04'
# expect: ValueError ("unsupported format character '?' (0xe9) at index 1",)
# expect: MemoryError ()
# expect: 65 41 A number   2.2|number  |
# expect: value of a,   value of| value of x 'value of y'
