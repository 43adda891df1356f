def none(): pass
def two(a, b): pass
def posonly(a, b, /, c=1): pass
def konly(a, *, k, m=2, n): pass
def defaults(a, b=1, c=2): pass
def star(*args, k): pass
def kw(a, **kw): pass
class C:
    def m(self, x): pass
    @staticmethod
    def s(x): pass
    @classmethod
    def c(cls, x): pass
    def __call__(self, y): pass
class I:
    def __init__(self, x, y): pass
class E0: pass
calls = [
    'none(1)', 'none(1, 2)', 'none(a=1)', 'two()', 'two(1)', 'two(1, 2, 3)', 'two(1, a=2)', 'two(1, b=2, c=3)',
    'two(b=1)', 'posonly(1)', 'posonly(a=1, b=2)', 'posonly(1, b=2)', 'posonly(1, 2, 3, 4)', 'konly(1)',
    'konly(1, k=2)', 'konly(1, 2, k=1, n=2)', 'konly(1, 2, 3)', 'konly()', 'defaults()', 'defaults(1, 2, 3, 4)',
    'defaults(1, 2, b=3)', 'star(1, 2)', 'star(1, k=1, j=2)', 'kw()', 'kw(1, 2)', "kw(1, **{'a': 2})", 'kw(**{1: 2})',
    'two(*5)', 'two(**5)', "two(*[1], **{'a': 3})", "kw(1, x=1, **{'x': 2})",
]
for c in calls:
    try:
        print(c, "ok", eval(c))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: none(1) -> TypeError: none() takes 0 positional arguments but 1 was given
# expect: none(1, 2) -> TypeError: none() takes 0 positional arguments but 2 were given
# expect: none(a=1) -> TypeError: none() got an unexpected keyword argument 'a'
# expect: two() -> TypeError: two() missing 2 required positional arguments: 'a' and 'b'
# expect: two(1) -> TypeError: two() missing 1 required positional argument: 'b'
# expect: two(1, 2, 3) -> TypeError: two() takes 2 positional arguments but 3 were given
# expect: two(1, a=2) -> TypeError: two() got multiple values for argument 'a'
# expect: two(1, b=2, c=3) -> TypeError: two() got an unexpected keyword argument 'c'
# expect: two(b=1) -> TypeError: two() missing 1 required positional argument: 'a'
# expect: posonly(1) -> TypeError: posonly() missing 1 required positional argument: 'b'
# expect: posonly(a=1, b=2) -> TypeError: posonly() got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: posonly(1, b=2) -> TypeError: posonly() got some positional-only arguments passed as keyword arguments: 'b'
# expect: posonly(1, 2, 3, 4) -> TypeError: posonly() takes from 2 to 3 positional arguments but 4 were given
# expect: konly(1) -> TypeError: konly() missing 2 required keyword-only arguments: 'k' and 'n'
# expect: konly(1, k=2) -> TypeError: konly() missing 1 required keyword-only argument: 'n'
# expect: konly(1, 2, k=1, n=2) -> TypeError: konly() takes 1 positional argument but 2 positional arguments (and 2 keyword-only arguments) were given
# expect: konly(1, 2, 3) -> TypeError: konly() takes 1 positional argument but 3 were given
# expect: konly() -> TypeError: konly() missing 1 required positional argument: 'a'
# expect: defaults() -> TypeError: defaults() missing 1 required positional argument: 'a'
# expect: defaults(1, 2, 3, 4) -> TypeError: defaults() takes from 1 to 3 positional arguments but 4 were given
# expect: defaults(1, 2, b=3) -> TypeError: defaults() got multiple values for argument 'b'
# expect: star(1, 2) -> TypeError: star() missing 1 required keyword-only argument: 'k'
# expect: star(1, k=1, j=2) -> TypeError: star() got an unexpected keyword argument 'j'
# expect: kw() -> TypeError: kw() missing 1 required positional argument: 'a'
# expect: kw(1, 2) -> TypeError: kw() takes 1 positional argument but 2 were given
# expect: kw(1, **{'a': 2}) -> TypeError: kw() got multiple values for argument 'a'
# expect: kw(**{1: 2}) -> TypeError: keywords must be strings
# expect: two(*5) -> TypeError: __main__.two() argument after * must be an iterable, not int
# expect: two(**5) -> TypeError: __main__.two() argument after ** must be a mapping, not int
# expect: two(*[1], **{'a': 3}) -> TypeError: two() got multiple values for argument 'a'
# expect: kw(1, x=1, **{'x': 2}) -> TypeError: __main__.kw() got multiple values for keyword argument 'x'
