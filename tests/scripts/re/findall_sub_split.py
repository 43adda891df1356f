import re
print(re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"(\w)\d", "a1 b2"), re.findall("", "abc"), re.findall("x*", "axxb"))
print([m.span() for m in re.finditer(r"\b\w", "one two  three")], list(re.finditer("z", "abc")))
print(re.sub(r"\d", "#", "a1b22"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("x*", "-", "abxd"), re.subn("a", "b", "banana", 2))
print(re.sub(r"(?P<n>\d+)", lambda m: str(int(m["n"]) * 2), "1 20 x"), re.sub(r"(?P<w>b)", r"[\g<w>\g<0>\g<1>]", "abc"), re.sub("a", r"\n\t\\", "xax"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(,)", "a,b,c"), re.split(r",", "a,b,c", 1), re.split("x*", "axbc"), re.split(r"\s", " a b "))
print(re.sub("(a)|b", r"[\1]", "ab"), re.sub(b"a", b"<\\g<0>>", b"bab"), re.sub("", "-", "abc"), re.sub("b*", "X", "abbc"))
for t in (r"\9", r"\g<x", r"\g<bad name>", r"\q", "\\"):
    try:
        print(re.sub("(a)", t, "a"))
    except re.error as e:
        print(repr(t), e, e.pos)
try:
    re.sub("(a)", r"\g<nope>", "a")
except IndexError as e:
    print(e)

# expect: ['1', '22', '333'] [('a', '1'), ('b', '2')] ['a', 'b'] ['', '', '', ''] ['', 'xx', '', '']
# expect: [(0, 1), (4, 5), (9, 10)] []
# expect: a#b## world hello -a-b--d- ('bbnbna', 2)
# expect: 2 40 x a[bbb]c x
# expect: 	\x
# expect: ['a', 'b', 'c', 'd'] ['a', ',', 'b', ',', 'c'] ['a', 'b,c'] ['', 'a', '', 'b', 'c', ''] ['', 'a', 'b', '']
# expect: [a][] b'b<a>b' -a-b-c- XaXXcX
# expect: '\\9' invalid group reference 9 at position 1 1
# expect: '\\g<x' missing >, unterminated name at position 3 3
# expect: '\\g<bad name>' bad character in group name 'bad name' at position 3 3
# expect: '\\q' bad escape \q at position 0 0
# expect: '\\' bad escape (end of pattern) at position 0 0
# expect: unknown group name 'nope'
