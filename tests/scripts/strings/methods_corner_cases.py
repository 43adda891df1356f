print("aXbXc".split("X", 1), "aXbXc".rsplit("X", 1), " a  b ".split(), " a  b ".split(" "), "".split(), "".split("x"), "a,b,".split(","), "abc".split("abc"), " a b c ".split(None, 1), " a b c ".rsplit(None, 1))
print("a\nb\r\nc\x0bd\x1ce\u2028f".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print("abc".partition("b"), "abc".partition("x"), "abcb".rpartition("b"), "abc".rpartition("x"))
print("hello world-foo's bar".title(), "hELLO".capitalize(), "ǆ".title(), "ß".upper(), "ﬁ".upper(), "İ".lower(), "ΑΣ".lower(), "ΣΑΣ x".lower(), "straße".casefold(), "Hello".swapcase(), "ŉ".capitalize())
print("abc".center(10, "*"), "abc".center(6) + "|", "abcd".center(7, "-"), "abc".ljust(5, ".") + "abc".rjust(5, "."), "-42".zfill(6), "+7".zfill(4), "abc".zfill(2), "".zfill(2))
print("aaa".replace("a", "b", 2), "abc".replace("", "-"), "".replace("", "x"), "abc".replace("", "-", 2), "aaaa".replace("aa", "b"))
print("abcabc".find("c", 3), "abc".find("", 3), "abc".find("", 4), "abc".rfind(""), "abcabc".index("b", -3), "aaa".count("aa"), "abc".count(""), "abc".count("", 1, 2), "abc".find("c", -1), "abc".rfind("a", 1))
print("xxabcxx".strip("x"), "abc".strip("ca"), "  a\t\n".strip(), "\u2003a\u00a0".strip() == "a", "abc".lstrip("ab"), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removesuffix(""))
print("a\tb\tc".expandtabs(4), "\t|".expandtabs(), "ab\tc\n\td".expandtabs(3), "a\tb".expandtabs(0))
print("abc".startswith(("x", "a")), "abc".startswith("b", 1), "abc".endswith("b", 0, 2), "".startswith(""), "abc".startswith("", 4), "abc".endswith(()))
for m in ["isalpha", "isalnum", "isdigit", "isdecimal", "isnumeric", "islower", "isupper", "isspace", "istitle", "isidentifier", "isprintable", "isascii"]:
    print(m, [int(getattr(s, m)()) for s in ["", "a", "A1", "1", "²", "½", "١", " \t", "Ab Cd", "_x", "é", "\x00", "ǅ", "一", "\u00ad", "a b", "ª", "Ⅷ", "\u2028"]])
print("abc".translate({97: "X", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, 98: "z"}), "aé".encode("latin-1"), "x" * 3, 2 * "ab", "ab" * -1)
print("a" < "b", "a" < "B", "" < "a", "abc" < "abd", "é" > "z", "\U0001f600" > "\uffff", "Z" in "aZ", "" in "", "ab" "cd", 'q"q', "it's", 'both \' and "')
print("😀é".encode(), "😀"[0], len("😀é"), "a😀b"[::-1], ascii("é😀\n"), repr("\x7f\x80\xa0\u200b\ufeff\U000e0001"), "\x41\u0042\U00000043\103\0".encode())
print("{}".join(["a"]), ",".join("abc"), "".join([]), "-".join({"k": 1}), " ".join(str(i) for i in range(3)))
print("%s" % "é", "é".center(5, "ü"), "ÀÉ".lower(), "àé".upper().isupper(), "ab".__contains__("b"), "abc".__getitem__(slice(0, 2)), "b".__lt__("c"), "a".__mul__(2), "a".__add__("b"), "%c%c" % (97, "b"), "x".__len__())

# expect: ['a', 'bXc'] ['aXb', 'c'] ['a', 'b'] ['', 'a', '', 'b', ''] [] [''] ['a', 'b', ''] ['', ''] ['a', 'b c '] [' a b', 'c']
# expect: ['a', 'b', 'c', 'd', 'e', 'f'] ['a\n', '\n', 'b\n'] [] ['']
# expect: ('a', 'b', 'c') ('abc', '', '') ('abc', 'b', '') ('', '', 'abc')
# expect: Hello World-Foo'S Bar Hello ǅ SS FI i̇ ας σας x strasse hELLO ʼN
# expect: ***abc****  abc  | --abcd- abc....abc -00042 +007 abc 00
# expect: bba -a-b-c- x -a-bc bb
# expect: 5 3 -1 3 4 1 4 2 2 -1
# expect: abc b a True c x x x
# expect: a   b   c         | ab c
# expect:    d ab
# expect: True True True True False False
# expect: isalpha [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 0]
# expect: isalnum [0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0]
# expect: isdigit [0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
# expect: isdecimal [0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
# expect: isnumeric [0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0]
# expect: islower [0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0]
# expect: isupper [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]
# expect: isspace [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
# expect: istitle [0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]
# expect: isidentifier [0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1, 0]
# expect: isprintable [1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0]
# expect: isascii [1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0]
# expect: Xd xy {97: 1, 98: 'z'} b'a\xe9' xxx abab
# expect: True False True True True True True True abcd q"q it's both ' and "
# expect: b'\xf0\x9f\x98\x80\xc3\xa9' 😀 2 b😀a '\xe9\U0001f600\n' '\x7f\x80\xa0\u200b\ufeff\U000e0001' b'ABCC\x00'
# expect: a a,b,c  k 0 1 2
# expect: é üüéüü àé True True ab True aa ab ab 1
