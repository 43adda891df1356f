calls = [
    '(1).foo', '(1.5).foo', 'None.foo', '(lambda: 0).foo', 'len.foo', 'type.foo', '(1).real.foo.bar', 'range(3)[5]',
    "range(3)['a']", 'range(3).index(7)', 'range(3).count()', 'slice(1, 2, 3).indices()',
    'slice(1, 2, 3).indices(-1)', "slice(1, 2, 'a').indices(5)", "[1, 2]['a':]", '[1, 2][::0]', "'ab'[::0]", 'int[0]',
    'len[0]',
]
for c in calls:
    try:
        print(c, "ok", repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: (1).foo -> AttributeError: 'int' object has no attribute 'foo'
# expect: (1.5).foo -> AttributeError: 'float' object has no attribute 'foo'
# expect: None.foo -> AttributeError: 'NoneType' object has no attribute 'foo'
# expect: (lambda: 0).foo -> AttributeError: 'function' object has no attribute 'foo'
# expect: len.foo -> AttributeError: 'builtin_function_or_method' object has no attribute 'foo'
# expect: type.foo -> AttributeError: type object 'type' has no attribute 'foo'
# expect: (1).real.foo.bar -> AttributeError: 'int' object has no attribute 'foo'
# expect: range(3)[5] -> IndexError: range object index out of range
# expect: range(3)['a'] -> TypeError: range indices must be integers or slices, not str
# expect: range(3).index(7) -> ValueError: 7 is not in range
# expect: range(3).count() -> TypeError: range.count() takes exactly one argument (0 given)
# expect: slice(1, 2, 3).indices() -> TypeError: slice.indices() takes exactly one argument (0 given)
# expect: slice(1, 2, 3).indices(-1) -> ValueError: length should not be negative
# expect: slice(1, 2, 'a').indices(5) -> TypeError: slice indices must be integers or None or have an __index__ method
# expect: [1, 2]['a':] -> TypeError: slice indices must be integers or None or have an __index__ method
# expect: [1, 2][::0] -> ValueError: slice step cannot be zero
# expect: 'ab'[::0] -> ValueError: slice step cannot be zero
# expect: int[0] -> TypeError: type 'int' is not subscriptable
# expect: len[0] -> TypeError: 'builtin_function_or_method' object is not subscriptable
