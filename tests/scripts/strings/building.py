# Text put together piece by piece, shared buffers, classes derived from str.
s = ''
for i in range(20000):
    s += str(i % 10)
print(len(s), s[:12], s[-12:], s.count('7'))
base = 'ab' * 40 + '!'
base += '?'
left = base + 'left'
right = base + 'right'
print(left[-6:], right[-7:], base[-3:], len(base))
wide = left + '\u20ac'
wide += '\U0001f600'
print(len(wide), ascii(wide[-4:]), left[-4:])
t = left
for c in 'xyz':
    t = t + c
u = left
for c in '123':
    u = u + c
print(t[-7:], u[-7:])
words = {}
for w in 'the cat and the hat and the bat'.split():
    words[w] = words.get(w, 0) + 1
print(words)
key = 'th'
key += 'e'
print(words[key], key in words, 'th' + 'e' == key, hash(key) == hash('the'))
print('-'.join(reversed('abc')), ''.join(c.upper() for c in 'mixed'), sorted('hello', reverse=True))


class Tag(str):
    def __new__(cls, name, *rest):
        self = super().__new__(cls, name)
        return self

    def __add__(self, other):
        return Tag(str(self) + '+' + other)


tag = Tag('b')
print(tag + 'c', type(tag + 'c').__name__, tag.upper(), type(tag.upper()).__name__, tag == 'b', {tag: 1}['b'], len(tag), tag[0], f'<{tag}>', '%s' % tag)


class Shown:
    def __str__(self):
        return 'shown'

    def __repr__(self):
        return '<Shown>'


print(str(Shown()), repr(Shown()), [Shown()], 'x' + str(Shown()), ascii(Shown()))


class Wrong:
    def __str__(self):
        return 5


try:
    str(Wrong())
except TypeError as e:
    print(e)
for a, b in (('a', 'b'), ('a', 'A'), ('é', 'f'), ('z', '€'), ('', 'a'), ('ab', 'a')):
    print(a < b, a <= b, a == b, a != b, a > b, a >= b)

# expect: 20000 012345678901 890123456789 2000
# expect: !?left !?right b!? 82
# expect: 88 'ft\u20ac\U0001f600' left
# expect: leftxyz left123
# expect: {'the': 3, 'cat': 1, 'and': 2, 'hat': 1, 'bat': 1}
# expect: 3 True True True
# expect: c-b-a MIXED ['o', 'l', 'l', 'h', 'e']
# expect: b+c Tag B str True 1 1 b <b> b
# expect: shown <Shown> [<Shown>] xshown <Shown>
# expect: __str__ returned non-string (type int)
# expect: True True False True False False
# expect: False False False True True True
# expect: False False False True True True
# expect: True True False True False False
# expect: True True False True False False
# expect: False False False True True True
