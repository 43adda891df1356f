tests = [("%d", 5), ("%5d|%-5d|%05d|%+d|% d", (1, 2, 3, 4, 5)), ("%x %X %#x %#o %o", (255, 255, 255, 8, 8)), ("%e %E %f %F %g %G", (1.5,) * 6), ("%s %r %a", ("é",) * 3), ("%c%c", (65, "b")), ("%%", ()), ("%(a)s %(b)d", {"a": 1, "b": 2}), ("%*d|%-*d|%.*f", (5, 1, 5, 2, 2, 3.14159)), ("%.3s|%10.2s|", ("abcdef", "xyz")), ("%s", [1, 2]), ("%s", (1,)), ("%s", {"a": 1}), ("%d", 3.99), ("%d", True), ("%i %u", (1, 2)), ("%5.1f|%-8.2e|", (2.25, 12345.678)), ("%s %%s", 1), ("%#.3g", 1.0), ("%+.2f", -0.0), ("%d", 10**30), ("%x", -255), ("%.0f", 0.5), ("%.10d", 42), ("%+05d", 7), ("%ld %hd", (1, 2)), ("%s", None), ("%r", "it's"), ("%(k)5s|%(k)-5s|", {"k": "v"}), ("%s" * 3, "abc" and (1, 2, 3)), ("%g", 1e100), ("%g %g %g", (0.0001, 0.00001, 123456789.0)), ("%f", float("nan")), ("%5s", "é"), ("%05s", "a"), ("%-05d|", 3), ("%s %s", 1), ("%s", (1, 2)), ("%d", "a"), ("%d", None), ("%x", 1.5), ("%c", "ab"), ("%c", -1), ("%c", 1.5), ("%f", "a"), ("%q", 1), ("%", 1), ("%(a)s", 1), ("%(a)s", {}), ("%(a", {"a": 1}), ("%*d", ("a", 1)), ("abc", 1), ("abc", ()), ("abc", {"a": 1}), ("abc", [1]), ("%s %(a)s", {"a": 1}), ("%.q", 1), ("%5", 1), ("%d %d", (1, 2, 3)), ("%c", 0x110000), ("%.*f", (2,)), ("%s" , ()), ("%o", "8"), ("%i", [1]), ("%a", "\n"), ("% 5d|%+ d", (3, 4))]
for fmt, arg in tests:
    try: print(repr(fmt), repr(fmt % arg))
    except Exception as e: print(repr(fmt), "->", type(e).__name__, e)

# expect: '%d' '5'
# expect: '%5d|%-5d|%05d|%+d|% d' '    1|2    |00003|+4| 5'
# expect: '%x %X %#x %#o %o' 'ff FF 0xff 0o10 10'
# expect: '%e %E %f %F %g %G' '1.500000e+00 1.500000E+00 1.500000 1.500000 1.5 1.5'
# expect: '%s %r %a' "é 'é' '\\xe9'"
# expect: '%c%c' 'Ab'
# expect: '%%' '%'
# expect: '%(a)s %(b)d' '1 2'
# expect: '%*d|%-*d|%.*f' '    1|2    |3.14'
# expect: '%.3s|%10.2s|' 'abc|        xy|'
# expect: '%s' '[1, 2]'
# expect: '%s' '1'
# expect: '%s' "{'a': 1}"
# expect: '%d' '3'
# expect: '%d' '1'
# expect: '%i %u' '1 2'
# expect: '%5.1f|%-8.2e|' '  2.2|1.23e+04|'
# expect: '%s %%s' '1 %s'
# expect: '%#.3g' '1.00'
# expect: '%+.2f' '-0.00'
# expect: '%d' '1000000000000000000000000000000'
# expect: '%x' '-ff'
# expect: '%.0f' '0'
# expect: '%.10d' '0000000042'
# expect: '%+05d' '+0007'
# expect: '%ld %hd' '1 2'
# expect: '%s' 'None'
# expect: '%r' '"it\'s"'
# expect: '%(k)5s|%(k)-5s|' '    v|v    |'
# expect: '%s%s%s' '123'
# expect: '%g' '1e+100'
# expect: '%g %g %g' '0.0001 1e-05 1.23457e+08'
# expect: '%f' 'nan'
# expect: '%5s' '    é'
# expect: '%05s' '    a'
# expect: '%-05d|' '3    |'
# expect: '%s %s' -> TypeError not enough arguments for format string
# expect: '%s' -> TypeError not all arguments converted during string formatting
# expect: '%d' -> TypeError %d format: a real number is required, not str
# expect: '%d' -> TypeError %d format: a real number is required, not NoneType
# expect: '%x' -> TypeError %x format: an integer is required, not float
# expect: '%c' -> TypeError %c requires int or char
# expect: '%c' -> OverflowError %c arg not in range(0x110000)
# expect: '%c' -> TypeError %c requires int or char
# expect: '%f' -> TypeError must be real number, not str
# expect: '%q' -> ValueError unsupported format character 'q' (0x71) at index 1
# expect: '%' -> ValueError incomplete format
# expect: '%(a)s' -> TypeError format requires a mapping
# expect: '%(a)s' -> KeyError 'a'
# expect: '%(a' -> ValueError incomplete format key
# expect: '%*d' -> TypeError * wants int
# expect: 'abc' -> TypeError not all arguments converted during string formatting
# expect: 'abc' 'abc'
# expect: 'abc' 'abc'
# expect: 'abc' 'abc'
# expect: '%s %(a)s' "{'a': 1} 1"
# expect: '%.q' -> ValueError unsupported format character 'q' (0x71) at index 2
# expect: '%5' -> ValueError incomplete format
# expect: '%d %d' -> TypeError not all arguments converted during string formatting
# expect: '%c' -> OverflowError %c arg not in range(0x110000)
# expect: '%.*f' -> TypeError not enough arguments for format string
# expect: '%s' -> TypeError not enough arguments for format string
# expect: '%o' -> TypeError %o format: an integer is required, not str
# expect: '%i' -> TypeError %i format: a real number is required, not list
# expect: '%a' "'\\n'"
# expect: '% 5d|%+ d' '    3|+4'
