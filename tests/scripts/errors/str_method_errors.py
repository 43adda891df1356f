calls = [
    "'a'.join(5)", "'a'.join([1])", "'a'.join(['a', 2])", "'a'.split(5)", "'a'.split('', 1)", "'a'.split(None, 'b')",
    "'a'.replace('b')", "'a'.replace(1, 2)", "'a'.find(1)", "'a'.index('b')", "'a'.rindex('b')", "'a'.count(1)",
    "'a'.startswith(1)", "'a'.startswith(['a'])", "'a'.endswith((1,))", "'a'.encode('foo')", "'é'.encode('ascii')",
    "'\\ud800'.encode()", "'a'.center()", "'a'.center('b')", "'a'.center(5, 'bb')", "'a'.ljust(5, 1)",
    "'a'.zfill('a')", "'a'.strip(1)", "'a'.partition('')", "'a'.partition(1)", "'a'.translate(5)",
    "'a'.expandtabs('b')", "'a'.format(1, 2)", "'{} {}'.format(1)", "'a' + 1", "1 + 'a'", "'a' * 'b'", "'a' - 'b'",
    "'a'[5]", "'a'.upper(1)", "'a'.removeprefix(1)", "'a'.maketrans('a', 'bc')", 'str.maketrans(1)',
    "str.maketrans({'ab': 1})", "'a'.splitlines('x', 1)", 'str.upper(5)', "str.join('a')", 'list.append(5, 1)',
    'list.append()', 'dict.get([])', "int.bit_length('a')", 'object.__str__()', 'str.foo', "'%d' % 'a'", "'a' in 5",
    "5 in 'a'", '1 in 2',
]
for c in calls:
    try:
        print(c, "ok", repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: 'a'.join(5) -> TypeError: can only join an iterable
# expect: 'a'.join([1]) -> TypeError: sequence item 0: expected str instance, int found
# expect: 'a'.join(['a', 2]) -> TypeError: sequence item 1: expected str instance, int found
# expect: 'a'.split(5) -> TypeError: must be str or None, not int
# expect: 'a'.split('', 1) -> ValueError: empty separator
# expect: 'a'.split(None, 'b') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: 'a'.replace('b') -> TypeError: replace expected at least 2 arguments, got 1
# expect: 'a'.replace(1, 2) -> TypeError: replace() argument 1 must be str, not int
# expect: 'a'.find(1) -> TypeError: must be str, not int
# expect: 'a'.index('b') -> ValueError: substring not found
# expect: 'a'.rindex('b') -> ValueError: substring not found
# expect: 'a'.count(1) -> TypeError: must be str, not int
# expect: 'a'.startswith(1) -> TypeError: startswith first arg must be str or a tuple of str, not int
# expect: 'a'.startswith(['a']) -> TypeError: startswith first arg must be str or a tuple of str, not list
# expect: 'a'.endswith((1,)) -> TypeError: tuple for endswith must only contain str, not int
# expect: 'a'.encode('foo') -> LookupError: unknown encoding: foo
# expect: 'é'.encode('ascii') -> UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: '\ud800'.encode() -> UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
# expect: 'a'.center() -> TypeError: center expected at least 1 argument, got 0
# expect: 'a'.center('b') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: 'a'.center(5, 'bb') -> TypeError: The fill character must be exactly one character long
# expect: 'a'.ljust(5, 1) -> TypeError: The fill character must be a unicode character, not int
# expect: 'a'.zfill('a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: 'a'.strip(1) -> TypeError: strip arg must be None or str
# expect: 'a'.partition('') -> ValueError: empty separator
# expect: 'a'.partition(1) -> TypeError: must be str, not int
# expect: 'a'.translate(5) -> TypeError: 'int' object is not subscriptable
# expect: 'a'.expandtabs('b') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: 'a'.format(1, 2) ok 'a'
# expect: '{} {}'.format(1) -> IndexError: Replacement index 1 out of range for positional args tuple
# expect: 'a' + 1 -> TypeError: can only concatenate str (not "int") to str
# expect: 1 + 'a' -> TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: 'a' * 'b' -> TypeError: can't multiply sequence by non-int of type 'str'
# expect: 'a' - 'b' -> TypeError: unsupported operand type(s) for -: 'str' and 'str'
# expect: 'a'[5] -> IndexError: string index out of range
# expect: 'a'.upper(1) -> TypeError: str.upper() takes no arguments (1 given)
# expect: 'a'.removeprefix(1) -> TypeError: removeprefix() argument must be str, not int
# expect: 'a'.maketrans('a', 'bc') -> ValueError: the first two maketrans arguments must have equal length
# expect: str.maketrans(1) -> TypeError: if you give only one argument to maketrans it must be a dict
# expect: str.maketrans({'ab': 1}) -> ValueError: string keys in translate table must be of length 1
# expect: 'a'.splitlines('x', 1) -> TypeError: splitlines() takes at most 1 argument (2 given)
# expect: str.upper(5) -> TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
# expect: str.join('a') -> TypeError: str.join() takes exactly one argument (0 given)
# expect: list.append(5, 1) -> TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
# expect: list.append() -> TypeError: unbound method list.append() needs an argument
# expect: dict.get([]) -> TypeError: descriptor 'get' for 'dict' objects doesn't apply to a 'list' object
# expect: int.bit_length('a') -> TypeError: descriptor 'bit_length' for 'int' objects doesn't apply to a 'str' object
# expect: object.__str__() -> TypeError: descriptor '__str__' of 'object' object needs an argument
# expect: str.foo -> AttributeError: type object 'str' has no attribute 'foo'
# expect: '%d' % 'a' -> TypeError: %d format: a real number is required, not str
# expect: 'a' in 5 -> TypeError: argument of type 'int' is not iterable
# expect: 5 in 'a' -> TypeError: 'in <string>' requires string as left operand, not int
# expect: 1 in 2 -> TypeError: argument of type 'int' is not iterable
