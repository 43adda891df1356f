calls = [
    'list(5)', 'list(1, 2)', 'list(a=1)', 'tuple(5)', 'tuple(a=1)', 'set(5)', 'set([[]])', 'set(1, 2)',
    'frozenset({1: []}.values())', 'dict(5)', 'dict([1])', "dict(['a'])", 'dict([(1, 2, 3)])', "dict(['ab', 'cd'])",
    'dict(1, 2)', 'dict([[[], 1]])', "dict(a=1, **{'b': 2})", "dict({'a': 1}, a=2)", 'dict(None)',
]
for c in calls:
    try:
        print(c, "ok", repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: list(5) -> TypeError: 'int' object is not iterable
# expect: list(1, 2) -> TypeError: list expected at most 1 argument, got 2
# expect: list(a=1) -> TypeError: list() takes no keyword arguments
# expect: tuple(5) -> TypeError: 'int' object is not iterable
# expect: tuple(a=1) -> TypeError: tuple() takes no keyword arguments
# expect: set(5) -> TypeError: 'int' object is not iterable
# expect: set([[]]) -> TypeError: unhashable type: 'list'
# expect: set(1, 2) -> TypeError: set expected at most 1 argument, got 2
# expect: frozenset({1: []}.values()) -> TypeError: unhashable type: 'list'
# expect: dict(5) -> TypeError: 'int' object is not iterable
# expect: dict([1]) -> TypeError: cannot convert dictionary update sequence element #0 to a sequence
# expect: dict(['a']) -> ValueError: dictionary update sequence element #0 has length 1; 2 is required
# expect: dict([(1, 2, 3)]) -> ValueError: dictionary update sequence element #0 has length 3; 2 is required
# expect: dict(['ab', 'cd']) ok {'a': 'b', 'c': 'd'}
# expect: dict(1, 2) -> TypeError: dict expected at most 1 argument, got 2
# expect: dict([[[], 1]]) -> TypeError: unhashable type: 'list'
# expect: dict(a=1, **{'b': 2}) ok {'a': 1, 'b': 2}
# expect: dict({'a': 1}, a=2) ok {'a': 2}
# expect: dict(None) -> TypeError: 'NoneType' object is not iterable
