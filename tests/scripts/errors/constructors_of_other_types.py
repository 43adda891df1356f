calls = [
    'bool(a=1)', 'object(5)', 'complex()', 'complex(1, 2)', "complex('1+2j')", "complex(' ( 1 + 2j ) ')",
    "complex('(1+2j)')", 'complex([])', 'complex(1, [])', 'slice(1)', 'memoryview(1)', 'frozenset(a=1)',
    'type(None)(1)', 'type(...)()', 'type(NotImplemented)()', 'list(zip())', 'reversed()', 'Exception(a=1)',
    'ValueError(1, 2)', "KeyError('a')", "OSError(2, 'x')", "OSError(2, 'x', 'f')", 'StopIteration(5).value',
    'SystemExit(5).code', "ImportError('a', name='b', path='c').name", "AttributeError('x', name='n', obj=1).name",
    "NameError('x', name='q').name", "BaseExceptionGroup('a', [])", "ExceptionGroup('a', 5)",
    'ExceptionGroup(1, [ValueError()])', "ExceptionGroup('a', [5])", "ExceptionGroup('a', [KeyboardInterrupt()])",
]
for c in calls:
    try:
        print(c, "ok", repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: bool(a=1) -> TypeError: bool() takes no keyword arguments
# expect: object(5) -> TypeError: object() takes no arguments
# expect: complex() ok 0j
# expect: complex(1, 2) ok (1+2j)
# expect: complex('1+2j') ok (1+2j)
# expect: complex(' ( 1 + 2j ) ') -> ValueError: complex() arg is a malformed string
# expect: complex('(1+2j)') ok (1+2j)
# expect: complex([]) -> TypeError: complex() first argument must be a string or a number, not 'list'
# expect: complex(1, []) -> TypeError: complex() second argument must be a number, not 'list'
# expect: slice(1) ok slice(None, 1, None)
# expect: memoryview(1) -> TypeError: memoryview: a bytes-like object is required, not 'int'
# expect: frozenset(a=1) -> TypeError: frozenset() takes no keyword arguments
# expect: type(None)(1) -> TypeError: NoneType takes no arguments
# expect: type(...)() ok Ellipsis
# expect: type(NotImplemented)() ok NotImplemented
# expect: list(zip()) ok []
# expect: reversed() -> TypeError: reversed expected 1 argument, got 0
# expect: Exception(a=1) -> TypeError: Exception() takes no keyword arguments
# expect: ValueError(1, 2) ok ValueError(1, 2)
# expect: KeyError('a') ok KeyError('a')
# expect: OSError(2, 'x') ok FileNotFoundError(2, 'x')
# expect: OSError(2, 'x', 'f') ok FileNotFoundError(2, 'x')
# expect: StopIteration(5).value ok 5
# expect: SystemExit(5).code ok 5
# expect: ImportError('a', name='b', path='c').name ok 'b'
# expect: AttributeError('x', name='n', obj=1).name ok 'n'
# expect: NameError('x', name='q').name ok 'q'
# expect: BaseExceptionGroup('a', []) -> ValueError: second argument (exceptions) must be a non-empty sequence
# expect: ExceptionGroup('a', 5) -> TypeError: second argument (exceptions) must be a sequence
# expect: ExceptionGroup(1, [ValueError()]) -> TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: ExceptionGroup('a', [5]) -> ValueError: Item 0 of second argument (exceptions) is not an exception
# expect: ExceptionGroup('a', [KeyboardInterrupt()]) -> TypeError: Cannot nest BaseExceptions in an ExceptionGroup
