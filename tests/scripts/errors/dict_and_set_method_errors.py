calls = [
    '{}.get()', '{}.pop()', '{}.pop(1)', "{}['a']", '{}.popitem()', '{}.setdefault()', '{}.update(5)',
    '{}.update([1])', '{}.update([(1,)])', '{}.update(1, 2)', '{}.fromkeys()', '{}.fromkeys(5)', '{}.items(1)',
    '{} | 5', '{}.get(k=1)', '{}.clear(1)', '{[]: 1}', '{} < {}', 'set().add()', 'set().add([])', 'set().remove(1)',
    'set().pop()', 'set().update(5)', 'set().union(5)', '{1} | [1]', '{1} < 5', 'set().discard({})',
    'set().intersection(1)', 'frozenset().add(1)', '{1} & 5', '{1}.issubset(5)',
]
for c in calls:
    try:
        print(c, "ok", repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: {}.get() -> TypeError: get expected at least 1 argument, got 0
# expect: {}.pop() -> TypeError: pop expected at least 1 argument, got 0
# expect: {}.pop(1) -> KeyError: 1
# expect: {}['a'] -> KeyError: 'a'
# expect: {}.popitem() -> KeyError: 'popitem(): dictionary is empty'
# expect: {}.setdefault() -> TypeError: setdefault expected at least 1 argument, got 0
# expect: {}.update(5) -> TypeError: 'int' object is not iterable
# expect: {}.update([1]) -> TypeError: cannot convert dictionary update sequence element #0 to a sequence
# expect: {}.update([(1,)]) -> ValueError: dictionary update sequence element #0 has length 1; 2 is required
# expect: {}.update(1, 2) -> TypeError: update expected at most 1 argument, got 2
# expect: {}.fromkeys() -> TypeError: fromkeys expected at least 1 argument, got 0
# expect: {}.fromkeys(5) -> TypeError: 'int' object is not iterable
# expect: {}.items(1) -> TypeError: dict.items() takes no arguments (1 given)
# expect: {} | 5 -> TypeError: unsupported operand type(s) for |: 'dict' and 'int'
# expect: {}.get(k=1) -> TypeError: dict.get() takes no keyword arguments
# expect: {}.clear(1) -> TypeError: dict.clear() takes no arguments (1 given)
# expect: {[]: 1} -> TypeError: unhashable type: 'list'
# expect: {} < {} -> TypeError: '<' not supported between instances of 'dict' and 'dict'
# expect: set().add() -> TypeError: set.add() takes exactly one argument (0 given)
# expect: set().add([]) -> TypeError: unhashable type: 'list'
# expect: set().remove(1) -> KeyError: 1
# expect: set().pop() -> KeyError: 'pop from an empty set'
# expect: set().update(5) -> TypeError: 'int' object is not iterable
# expect: set().union(5) -> TypeError: 'int' object is not iterable
# expect: {1} | [1] -> TypeError: unsupported operand type(s) for |: 'set' and 'list'
# expect: {1} < 5 -> TypeError: '<' not supported between instances of 'set' and 'int'
# expect: set().discard({}) -> TypeError: unhashable type: 'dict'
# expect: set().intersection(1) -> TypeError: 'int' object is not iterable
# expect: frozenset().add(1) -> AttributeError: 'frozenset' object has no attribute 'add'
# expect: {1} & 5 -> TypeError: unsupported operand type(s) for &: 'set' and 'int'
# expect: {1}.issubset(5) -> TypeError: 'int' object is not iterable
