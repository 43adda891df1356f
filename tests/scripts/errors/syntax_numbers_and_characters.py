texts = [
    'a + = 1', 'a += b += c', '(a, b) += 1', 'f() += 1', '1 += 1', 'a ? b', 'a $ b', 'a ! b', 'x = 0777', 'x = 0b12',
    'x = 0xg', 'x = 0o8', 'x = 1_', 'x = 1__0', 'x = 1e', 'x = 1.5abc', 'x = 12abc', 'x = 0b', 'x = 0x', 'x = 1ex',
    'x\\ y', "x = 'a\nb'", 'x = "a', "b'é'", "'a' b'b'", 'x = é€', 'x = “a”', 'x = a – b',
]
for t in texts:
    try:
        compile(t, "<t>", "exec")
        print(repr(t), "compiles")
    except SyntaxError as e:
        print(repr(t), "|", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(repr(t), "|", type(e).__name__, e)

# expect: 'a + = 1' | SyntaxError | invalid syntax | 1 5 1 6
# expect: 'a += b += c' | SyntaxError | invalid syntax | 1 8 1 10
# expect: '(a, b) += 1' | SyntaxError | 'tuple' is an illegal expression for augmented assignment | 1 1 1 7
# expect: 'f() += 1' | SyntaxError | 'function call' is an illegal expression for augmented assignment | 1 1 1 4
# expect: '1 += 1' | SyntaxError | 'literal' is an illegal expression for augmented assignment | 1 1 1 2
# expect: 'a ? b' | SyntaxError | invalid syntax | 1 3 1 4
# expect: 'a $ b' | SyntaxError | invalid syntax | 1 3 1 4
# expect: 'a ! b' | SyntaxError | invalid syntax | 1 3 1 4
# expect: 'x = 0777' | SyntaxError | leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers | 1 5 1 6
# expect: 'x = 0b12' | SyntaxError | invalid digit '2' in binary literal | 1 8 1 8
# expect: 'x = 0xg' | SyntaxError | invalid hexadecimal literal | 1 6 1 6
# expect: 'x = 0o8' | SyntaxError | invalid digit '8' in octal literal | 1 7 1 7
# expect: 'x = 1_' | SyntaxError | invalid decimal literal | 1 6 1 6
# expect: 'x = 1__0' | SyntaxError | invalid decimal literal | 1 6 1 6
# expect: 'x = 1e' | SyntaxError | invalid decimal literal | 1 5 1 5
# expect: 'x = 1.5abc' | SyntaxError | invalid decimal literal | 1 7 1 7
# expect: 'x = 12abc' | SyntaxError | invalid decimal literal | 1 6 1 6
# expect: 'x = 0b' | SyntaxError | invalid binary literal | 1 6 1 6
# expect: 'x = 0x' | SyntaxError | invalid hexadecimal literal | 1 6 1 6
# expect: 'x = 1ex' | SyntaxError | invalid decimal literal | 1 5 1 5
# expect: 'x\\ y' | SyntaxError | unexpected character after line continuation character | 1 3 1 0
# expect: "x = 'a\nb'" | SyntaxError | unterminated string literal (detected at line 1) | 1 5 1 5
# expect: 'x = "a' | SyntaxError | unterminated string literal (detected at line 1) | 1 5 1 5
# expect: "b'é'" | SyntaxError | bytes can only contain ASCII literal characters | 1 1 1 5
# expect: "'a' b'b'" | SyntaxError | cannot mix bytes and nonbytes literals | 1 9 1 9
# expect: 'x = é€' | SyntaxError | invalid character '€' (U+20AC) | 1 6 1 6
# expect: 'x = “a”' | SyntaxError | invalid character '“' (U+201C) | 1 5 1 5
# expect: 'x = a – b' | SyntaxError | invalid character '–' (U+2013) | 1 7 1 7
