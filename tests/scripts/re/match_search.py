import re
m = re.match(r"(\w+) (\w+)", "hello world again")
print(m, m.group(), m.group(1), m.group(1, 2), m.groups(), m[2], m.span(), m.span(2), m.start(1), m.end(1))
print(re.match("b", "abc"), re.search("b", "abc"), re.fullmatch("abc", "abc"), re.fullmatch("ab", "abc"))
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2024-05 ok")
print(m.groupdict(), m["year"], m.group("month"), m.lastgroup, m.lastindex, m.re.groupindex, m.string, m.pos, m.endpos)
m = re.match(r"(a)|(b)", "b")
print(m.groups(), m.groups("-"), m.start(1), m.group(1))
for bad in (3, "nope"):
    try:
        m.group(bad)
    except IndexError as e:
        print(e)
print(m.expand(r"<\2>"), bool(m))
p = re.compile("a.c", re.I | re.S)
print(p, p.flags, p.pattern, p.groups, p.match("A\nC"), re.compile("x"), re.compile(b"x", re.M))
print(p.search("xxabcxx", 1, 5), p.search("xxabcxx", 3), re.I, re.M | re.X)
try:
    re.match("a", b"a")
except TypeError as e:
    print(e)
try:
    re.match("a", 5)
except TypeError as e:
    print(e)
print(re.match(b"(\\w+)", b"abc def").group(1), re.escape("a.b*c d-e"), re.escape("äß_1"))

# expect: <re.Match object; span=(0, 11), match='hello world'> hello world hello ('hello', 'world') ('hello', 'world') world (0, 11) (6, 11) 0 5
# expect: None <re.Match object; span=(1, 2), match='b'> <re.Match object; span=(0, 3), match='abc'> None
# expect: {'year': '2024', 'month': '05'} 2024 05 month 2 {'year': 1, 'month': 2} on 2024-05 ok 0 13
# expect: (None, 'b') ('-', 'b') -1 None
# expect: no such group
# expect: no such group
# expect: <b> True
# expect: re.compile('a.c', re.IGNORECASE|re.DOTALL) 50 a.c 0 <re.Match object; span=(0, 3), match='A\nC'> re.compile('x') re.compile(b'x', re.MULTILINE)
# expect: <re.Match object; span=(2, 5), match='abc'> None re.IGNORECASE re.MULTILINE|re.VERBOSE
# expect: cannot use a string pattern on a bytes-like object
# expect: expected string or bytes-like object, got 'int'
# expect: b'abc' a\.b\*c\ d\-e äß_1
