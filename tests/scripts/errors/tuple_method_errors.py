calls = [
    '(1,).index(2)', '(1,).count()', '(1,)[1]', '(1,) + [1]', '().append(1)',
]
for c in calls:
    try:
        print(c, "ok", repr(eval(c)))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: (1,).index(2) -> ValueError: tuple.index(x): x not in tuple
# expect: (1,).count() -> TypeError: tuple.count() takes exactly one argument (0 given)
# expect: (1,)[1] -> IndexError: tuple index out of range
# expect: (1,) + [1] -> TypeError: can only concatenate tuple (not "list") to tuple
# expect: ().append(1) -> AttributeError: 'tuple' object has no attribute 'append'
