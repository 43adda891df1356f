calls = [
    '[].append()', '[].append(1, 2)', "[].pop('a')", '[].pop()', '[1].pop(5)', '[].remove(1)', '[].index(1)',
    '[1, 2].index(1, 1)', '[].insert(1)', "[].insert('a', 1)", '[].extend(5)', '[].sort(1)', '[].sort(key=1, x=2)',
    "[2, 'a'].sort()", '[].count()', '[].reverse(1)', '[].foo', '[][0]', '[1] + (2,)', "[1] * 'a'", '[1] * 1.5',
]
for c in calls:
    try:
        print(c, "ok", repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: [].append() -> TypeError: list.append() takes exactly one argument (0 given)
# expect: [].append(1, 2) -> TypeError: list.append() takes exactly one argument (2 given)
# expect: [].pop('a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: [].pop() -> IndexError: pop from empty list
# expect: [1].pop(5) -> IndexError: pop index out of range
# expect: [].remove(1) -> ValueError: list.remove(x): x not in list
# expect: [].index(1) -> ValueError: 1 is not in list
# expect: [1, 2].index(1, 1) -> ValueError: 1 is not in list
# expect: [].insert(1) -> TypeError: insert expected 2 arguments, got 1
# expect: [].insert('a', 1) -> TypeError: 'str' object cannot be interpreted as an integer
# expect: [].extend(5) -> TypeError: 'int' object is not iterable
# expect: [].sort(1) -> TypeError: sort() takes no positional arguments
# expect: [].sort(key=1, x=2) -> TypeError: 'x' is an invalid keyword argument for sort()
# expect: [2, 'a'].sort() -> TypeError: '<' not supported between instances of 'str' and 'int'
# expect: [].count() -> TypeError: list.count() takes exactly one argument (0 given)
# expect: [].reverse(1) -> TypeError: list.reverse() takes no arguments (1 given)
# expect: [].foo -> AttributeError: 'list' object has no attribute 'foo'
# expect: [][0] -> IndexError: list index out of range
# expect: [1] + (2,) -> TypeError: can only concatenate list (not "tuple") to list
# expect: [1] * 'a' -> TypeError: can't multiply sequence by non-int of type 'str'
# expect: [1] * 1.5 -> TypeError: can't multiply sequence by non-int of type 'float'
