"""wrap, fill, shorten, dedent, indent."""
import textwrap

text = "The quick brown fox jumped over the lazy dog, and well-known threads ran side-by-side."
print(textwrap.wrap(text, 24))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 40), textwrap.shorten(text, 30, placeholder="..."))
print(textwrap.wrap("abcdefghijklmnop", 5), textwrap.wrap("aa bb cc", 2))
print(repr(textwrap.dedent("""
    one
      two

    three""")))
print(textwrap.indent("a\n\nb\n", "> "), end="")
print(textwrap.fill("a b c d e", 3, max_lines=2, placeholder="~"))

# expect: ['The quick brown fox', 'jumped over the lazy', 'dog, and well-known', 'threads ran side-by-', 'side.']
# expect: * The quick brown fox jumped
# expect:   over the lazy dog, and well-
# expect:   known threads ran side-by-
# expect:   side.
# expect: The quick brown fox jumped over [...] The quick brown fox jumped...
# expect: ['abcde', 'fghij', 'klmno', 'p'] ['aa', 'bb', 'cc']
# expect: '\none\n  two\n\nthree'
# expect: > a
# expect:
# expect: > b
# expect: a b
# expect: c~
