"""string.Formatter, as it is and changed."""
from string import Formatter


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)


f = Formatter()
print(f.format("{0} {1!r:>5} {x.real} {y[1]} {{}}", "a", "b", x=3, y=[1, 2]))
print(f.format("{:{width}.{digits}f}|", 3.14159, width=8, digits=2))
print(Default().format("{known} {unknown}", known=1))
print(list(f.parse("a{b!r:c}{{d}}{}")))

# expect: a   'b' 3 2 {}
# expect:     3.14|
# expect: 1 <unknown>
# expect: [('a', 'b', 'c', 'r'), ('{', None, None, None), ('d}', None, None, None), ('', '', '', None)]
