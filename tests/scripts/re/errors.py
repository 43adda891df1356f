import re
for p in ["(", ")", "a)", "[a", "*a", "a**", "a{3,2}", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", "(?P=x)", "\\", "\\q", "[z-a]", "(?z)", "(?P<a", "(?P<>x)", r"\2(a)", "(?<=a+)b", "(?", "(?P", "(?<x)", "a(?i)b", "(?(2)a)", "[\\d-z]", "x{1}{2}", "(?P!a)", "(a", "(?:a", "(?=a", "\\x4", "\\u12", "(?#abc", "a\n(b", "+", "^*", "(?i", "(?-", "[]", "(a\\1)", "(?P<n>", "a|*", "(?P=n"]:
    try:
        re.compile(p)
        print(repr(p), "ok")
    except re.error as e:
        print(repr(p), "->", e, "|", e.msg, e.pos, e.lineno, e.colno)
try:
    re.compile(5)
except TypeError as e:
    print(e)
try:
    re.compile(re.compile("a"), re.I)
except ValueError as e:
    print(e)

# expect: '(' -> missing ), unterminated subpattern at position 0 | missing ), unterminated subpattern 0 1 1
# expect: ')' -> unbalanced parenthesis at position 0 | unbalanced parenthesis 0 1 1
# expect: 'a)' -> unbalanced parenthesis at position 1 | unbalanced parenthesis 1 1 2
# expect: '[a' -> unterminated character set at position 0 | unterminated character set 0 1 1
# expect: '*a' -> nothing to repeat at position 0 | nothing to repeat 0 1 1
# expect: 'a**' -> multiple repeat at position 2 | multiple repeat 2 1 3
# expect: 'a{3,2}' -> min repeat greater than max repeat at position 2 | min repeat greater than max repeat 2 1 3
# expect: '(?P<1a>x)' -> bad character in group name '1a' at position 4 | bad character in group name '1a' 4 1 5
# expect: '(?P<a>x)(?P<a>y)' -> redefinition of group name 'a' as group 2; was group 1 at position 12 | redefinition of group name 'a' as group 2; was group 1 12 1 13
# expect: '(?P=x)' -> unknown group name 'x' at position 4 | unknown group name 'x' 4 1 5
# expect: '\\' -> bad escape (end of pattern) at position 0 | bad escape (end of pattern) 0 1 1
# expect: '\\q' -> bad escape \q at position 0 | bad escape \q 0 1 1
# expect: '[z-a]' -> bad character range z-a at position 1 | bad character range z-a 1 1 2
# expect: '(?z)' -> unknown extension ?z at position 1 | unknown extension ?z 1 1 2
# expect: '(?P<a' -> missing >, unterminated name at position 4 | missing >, unterminated name 4 1 5
# expect: '(?P<>x)' -> missing group name at position 4 | missing group name 4 1 5
# expect: '\\2(a)' -> invalid group reference 2 at position 1 | invalid group reference 2 1 1 2
# expect: '(?<=a+)b' -> look-behind requires fixed-width pattern | look-behind requires fixed-width pattern None None None
# expect: '(?' -> unexpected end of pattern at position 2 | unexpected end of pattern 2 1 3
# expect: '(?P' -> unexpected end of pattern at position 3 | unexpected end of pattern 3 1 4
# expect: '(?<x)' -> unknown extension ?<x at position 1 | unknown extension ?<x 1 1 2
# expect: 'a(?i)b' -> global flags not at the start of the expression at position 1 | global flags not at the start of the expression 1 1 2
# expect: '(?(2)a)' -> invalid group reference 2 at position 3 | invalid group reference 2 3 1 4
# expect: '[\\d-z]' -> bad character range \d-z at position 1 | bad character range \d-z 1 1 2
# expect: 'x{1}{2}' -> multiple repeat at position 4 | multiple repeat 4 1 5
# expect: '(?P!a)' -> unknown extension ?P! at position 1 | unknown extension ?P! 1 1 2
# expect: '(a' -> missing ), unterminated subpattern at position 0 | missing ), unterminated subpattern 0 1 1
# expect: '(?:a' -> missing ), unterminated subpattern at position 0 | missing ), unterminated subpattern 0 1 1
# expect: '(?=a' -> missing ), unterminated subpattern at position 0 | missing ), unterminated subpattern 0 1 1
# expect: '\\x4' -> incomplete escape \x4 at position 0 | incomplete escape \x4 0 1 1
# expect: '\\u12' -> incomplete escape \u12 at position 0 | incomplete escape \u12 0 1 1
# expect: '(?#abc' -> missing ), unterminated comment at position 0 | missing ), unterminated comment 0 1 1
# expect: 'a\n(b' -> missing ), unterminated subpattern at position 2 (line 2, column 1) | missing ), unterminated subpattern 2 2 1
# expect: '+' -> nothing to repeat at position 0 | nothing to repeat 0 1 1
# expect: '^*' -> nothing to repeat at position 1 | nothing to repeat 1 1 2
# expect: '(?i' -> missing -, : or ) at position 3 | missing -, : or ) 3 1 4
# expect: '(?-' -> missing flag at position 3 | missing flag 3 1 4
# expect: '[]' -> unterminated character set at position 0 | unterminated character set 0 1 1
# expect: '(a\\1)' -> cannot refer to an open group at position 2 | cannot refer to an open group 2 1 3
# expect: '(?P<n>' -> missing ), unterminated subpattern at position 0 | missing ), unterminated subpattern 0 1 1
# expect: 'a|*' -> nothing to repeat at position 2 | nothing to repeat 2 1 3
# expect: '(?P=n' -> missing ), unterminated name at position 4 | missing ), unterminated name 4 1 5
# expect: first argument must be string or compiled pattern
# expect: cannot process flags argument with a compiled pattern
