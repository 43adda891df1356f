calls = [
    'sorted()', 'sorted(1)', 'sorted([1], 2)', "sorted([1, 'a'])", 'sorted([1], key=5)', 'sorted([1], foo=1)',
    'reversed(5)', 'reversed({1})', 'enumerate()', 'enumerate(5)', "enumerate([], 'a')", 'zip(1)', 'zip([1], 2)',
    'zip([], foo=1)', 'map()', 'map(1)', 'map(1, 2)', 'list(map(1, [2]))', 'filter(None)', 'filter(None, 1)',
    'range()', "range('a')", 'range(1, 2, 0)', 'range(1.5)', 'range(1, 2, 3, 4)', 'iter()', 'iter(5)', 'iter(5, 6)',
    'next()', 'next(5)', 'any(5)', 'all()', 'print(1, foo=2)', 'print(1, sep=5)', 'print(1, end=5)',
]
for c in calls:
    try:
        print(c, "ok", eval(c))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: sorted() -> TypeError: sorted expected 1 argument, got 0
# expect: sorted(1) -> TypeError: 'int' object is not iterable
# expect: sorted([1], 2) -> TypeError: sorted expected 1 argument, got 2
# expect: sorted([1, 'a']) -> TypeError: '<' not supported between instances of 'str' and 'int'
# expect: sorted([1], key=5) -> TypeError: 'int' object is not callable
# expect: sorted([1], foo=1) -> TypeError: 'foo' is an invalid keyword argument for sort()
# expect: reversed(5) -> TypeError: 'int' object is not reversible
# expect: reversed({1}) -> TypeError: 'set' object is not reversible
# expect: enumerate() -> TypeError: enumerate() missing required argument 'iterable'
# expect: enumerate(5) -> TypeError: 'int' object is not iterable
# expect: enumerate([], 'a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: zip(1) -> TypeError: 'int' object is not iterable
# expect: zip([1], 2) -> TypeError: 'int' object is not iterable
# expect: zip([], foo=1) -> TypeError: 'foo' is an invalid keyword argument for zip()
# expect: map() -> TypeError: map() must have at least two arguments.
# expect: map(1) -> TypeError: map() must have at least two arguments.
# expect: map(1, 2) -> TypeError: 'int' object is not iterable
# expect: list(map(1, [2])) -> TypeError: 'int' object is not callable
# expect: filter(None) -> TypeError: filter expected 2 arguments, got 1
# expect: filter(None, 1) -> TypeError: 'int' object is not iterable
# expect: range() -> TypeError: range expected at least 1 argument, got 0
# expect: range('a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: range(1, 2, 0) -> ValueError: range() arg 3 must not be zero
# expect: range(1.5) -> TypeError: 'float' object cannot be interpreted as an integer
# expect: range(1, 2, 3, 4) -> TypeError: range expected at most 3 arguments, got 4
# expect: iter() -> TypeError: iter expected at least 1 argument, got 0
# expect: iter(5) -> TypeError: 'int' object is not iterable
# expect: iter(5, 6) -> TypeError: iter(v, w): v must be callable
# expect: next() -> TypeError: next expected at least 1 argument, got 0
# expect: next(5) -> TypeError: 'int' object is not an iterator
# expect: any(5) -> TypeError: 'int' object is not iterable
# expect: all() -> TypeError: all() takes exactly one argument (0 given)
# expect: print(1, foo=2) -> TypeError: 'foo' is an invalid keyword argument for print()
# expect: print(1, sep=5) -> TypeError: sep must be None or a string, not int
# expect: print(1, end=5) -> TypeError: end must be None or a string, not int
