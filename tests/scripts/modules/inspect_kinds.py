import inspect


def function():
    """  First line.

        Indented.
    """


def generator():
    yield 1


class Base:
    """The base."""

    def method(self):
        """From the base."""


class Derived(Base):
    size = 3

    def method(self):
        pass

    @property
    def value(self):
        return 1


g = generator()
d = Derived()
for name in ("isfunction", "ismethod", "isclass", "isbuiltin", "isgenerator", "isgeneratorfunction", "isroutine", "ismodule"):
    test = getattr(inspect, name)
    print(name, [test(x) for x in (function, generator, d.method, Derived, len, g, inspect)])
print(inspect.getdoc(function))
print(inspect.getdoc(Derived), inspect.getdoc(d.method))
print([n for n, v in inspect.getmembers(d) if not n.startswith("__")])
print([n for n, v in inspect.getmembers(Derived, inspect.isfunction)], [c.__name__ for c in inspect.getmro(Derived)])
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g))

# expect: isfunction [True, True, False, False, False, False, False]
# expect: ismethod [False, False, True, False, False, False, False]
# expect: isclass [False, False, False, True, False, False, False]
# expect: isbuiltin [False, False, False, False, True, False, False]
# expect: isgenerator [False, False, False, False, False, True, False]
# expect: isgeneratorfunction [False, True, False, False, False, False, False]
# expect: isroutine [True, True, True, False, True, False, False]
# expect: ismodule [False, False, False, False, False, False, True]
# expect: First line.
# expect:
# expect: Indented.
# expect: The base. From the base.
# expect: ['method', 'size', 'value']
# expect: ['method'] ['Derived', 'Base', 'object']
# expect: GEN_CREATED 1 GEN_SUSPENDED [] GEN_CLOSED
