import re
log = """2024-01-05 10:00:01 INFO [main] started
2024-01-05 10:00:02 ERROR [worker-1] failed: code=42
2024-01-05 10:00:03 INFO [worker-2] done"""
line = re.compile(r"^(?P<date>\S+) (?P<time>\S+) (?P<level>[A-Z]+) \[(?P<thread>[^\]]+)\] (?P<text>.*)$", re.MULTILINE)
for m in line.finditer(log):
    print(m["level"], m["thread"], m["text"])
tokens = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>[-+*/()=]))")
pos = 0
text = "x1 = 3.14*(y + 20)"
while pos < len(text):
    m = tokens.match(text, pos)
    print(m.lastgroup, m.group(m.lastgroup))
    pos = m.end()
print(re.sub(r"([a-z])([A-Z])", r"\1_\2", "camelCaseNameHere").lower(), re.sub(r"_(\w)", lambda m: m[1].upper(), "snake_case_name"))
print(re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+", "mail a.b@c.org, x+y@z-w.co.uk!"), re.findall(r"https?://[^\s/]+", "see http://a.b/c and https://d.e"))
words = re.findall(r"\w+", "the cat and the hat and the bat")
print({w: words.count(w) for w in sorted(set(words))}, bool(re.fullmatch(r"\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}", "(555) 123-4567")))
print(len(re.findall("a", "a" * 5000)), re.match("(?:a|b)*c", "ab" * 3000 + "c").end(), re.match("(a|b)*", "ab" * 3000).span(1))

# expect: INFO main started
# expect: ERROR worker-1 failed: code=42
# expect: INFO worker-2 done
# expect: name x1
# expect: op =
# expect: num 3.14
# expect: op *
# expect: op (
# expect: name y
# expect: op +
# expect: num 20
# expect: op )
# expect: camel_case_name_here snakeCaseName
# expect: ['a.b@c.org', 'x+y@z-w.co.uk'] ['http://a.b', 'https://d.e']
# expect: {'and': 2, 'bat': 1, 'cat': 1, 'hat': 1, 'the': 3} True
# expect: 5000 6001 (5999, 6000)
