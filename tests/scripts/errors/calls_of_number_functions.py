calls = [
    'divmod(1)', 'divmod(1, 0)', "divmod('a', 2)", "pow(2, 'a')", 'pow(2, 3, 0)', 'pow(2.0, 3, 5)', 'pow(2, -1, 4)',
    "round('a')", "round(1.5, 'a')", 'sum(1)', "sum(['a'], 'b')", "sum([b'a'], b'')", 'min()', 'min(1)',
    'min([], key=1)', 'max([1], 2, kk=1)', "max(1, 'a')", 'max(1, 2, default=3)',
]
for c in calls:
    try:
        print(c, "ok", eval(c))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: divmod(1) -> TypeError: divmod expected 2 arguments, got 1
# expect: divmod(1, 0) -> ZeroDivisionError: integer division or modulo by zero
# expect: divmod('a', 2) -> TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
# expect: pow(2, 'a') -> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: pow(2, 3, 0) -> ValueError: pow() 3rd argument cannot be 0
# expect: pow(2.0, 3, 5) -> TypeError: pow() 3rd argument not allowed unless all arguments are integers
# expect: pow(2, -1, 4) -> ValueError: base is not invertible for the given modulus
# expect: round('a') -> TypeError: type str doesn't define __round__ method
# expect: round(1.5, 'a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: sum(1) -> TypeError: 'int' object is not iterable
# expect: sum(['a'], 'b') -> TypeError: sum() can't sum strings [use ''.join(seq) instead]
# expect: sum([b'a'], b'') -> TypeError: sum() can't sum bytes [use b''.join(seq) instead]
# expect: min() -> TypeError: min expected at least 1 argument, got 0
# expect: min(1) -> TypeError: 'int' object is not iterable
# expect: min([], key=1) -> ValueError: min() arg is an empty sequence
# expect: max([1], 2, kk=1) -> TypeError: 'kk' is an invalid keyword argument for max()
# expect: max(1, 'a') -> TypeError: '>' not supported between instances of 'str' and 'int'
# expect: max(1, 2, default=3) -> TypeError: Cannot specify a default for max() with multiple positional arguments
