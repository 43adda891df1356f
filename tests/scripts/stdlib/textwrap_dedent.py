"""dedent and indent on their own."""
from textwrap import dedent, indent

print(dedent("""\
    def f():
        return 1

    x
"""), end="")
print(repr(dedent("  a\n\tb")), repr(dedent("  \n  a")), indent("x\n\ny", "+", lambda line: True))

# expect: def f():
# expect:     return 1
# expect:
# expect: x
# expect: '  a\n\tb' '\na' +x
# expect: +
# expect: +y
