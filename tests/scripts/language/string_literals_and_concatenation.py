print('a' "b" '''c''' """d""", 'it\'s', "tab\there", 'nl\\n', r'raw\n\'', "\x41\101\u00e9\U0001F600", '\a\b\f\v\0'.encode(), b'\x00\377\n' b"x", rb'\d', Rb"\x", 'line \
continued', '''multi
line''', "", '' '' "", "'\"", '"\'', 'a' 'b' * 2, ("x"
  "y"), 'caf\u00e9' == 'café', len("\r\n"), u"unicode", f"" f'{1}' "z", "a\
b")
print(0x_ff, 0b1_0, 0o1_7, 1_000.000_1, 1e1_0, 0_0, .5e-1, 5.j, 0xDEADBEEF, 1E5, 00, 0.0e0, 1_0j, 10_000_000)
x = 5; y = x if x else 0; z = (lambda: x)() ; print(x, y, z); print(x); 
if x: print("one line"); print("two")
while x > 3: x -= 1; print(x, end=" ")
else: print("else")
for i in 1, 2, 3: pass
else: print("for else", i)
for i in []: pass
else: print("empty else", i)
class A: pass; a = 1; b = 2
print(A.a, A.b, (1), (1,), 1, (), [], {}, {1,}, ..., not None, -1 ** 2, 2 ** -1, 2 ** 3 ** 2, (-1) ** 2, 1 - -1, +-+1, ~-1, not not 1, 1 or 2 and 3, 1 < 2 == True, 5 // 2 * 2, 7 % 3 ** 2, 1 << 2 + 1, 6 & 3 | 8 ^ 1, -7 // 2, 1 if 0 else 2 if 0 else 3)
def doc():
    """The docstring."""
def nodoc():
    f"not a {1} docstring"
def doc2(): "one" "two"; return 1
print(doc.__doc__, nodoc.__doc__, doc2.__doc__, (lambda: 0).__doc__)
a = b = c = []; a.append(1); print(b, c is a)
a, b = b, a; (a, b), c = (1, 2), 3; [a, *b] = "xyz"; print(a, b, c)
x = y = 1; x += y; x **= 2; x //= 3; x <<= 2; x |= 1; x ^= 7; x %= 5; x &= 6; x -= 1; x *= -1; x >>= 1; x /= 2; print(x)
assert True, "never"; pass; ...; None; 5; "expression"
del a, (b), [c]
try: print(a)
except NameError as e: print(e)
global_var: int; annotated: str = "v"; print(annotated, __annotations__, "global_var" in globals())
if (n := 10) > 5 and (m := n + 1): print(n, m)
print(*[1, 2], *"ab", sep="-", end="!\n"); print(); print(1, 2, sep=""); print("a", "b", sep=None, end=None)
lambda_default = [lambda x, y=1, *a, k=2, **kw: x]; print(lambda_default[0](1))

# expect: abcd it's tab	here nl\n raw\n\' AAé😀 b'\x07\x08\x0c\x0b\x00' b'\x00\xff\nx' b'\\d' b'\\x' line continued multi
# expect: line   '" "' abab xy True 2 unicode 1z ab
# expect: 255 2 15 1000.0001 10000000000.0 0 0.05 5j 3735928559 100000.0 0 0.0 10j 10000000
# expect: 5 5 5
# expect: 5
# expect: one line
# expect: two
# expect: 4 3 else
# expect: for else 3
# expect: empty else 3
# expect: 1 2 1 (1,) 1 () [] {} {1} Ellipsis True -1 0.5 512 1 2 -1 0 True 1 False 4 7 8 11 -4 3
# expect: The docstring. None onetwo None
# expect: [1] True
# expect: x ['y', 'z'] 3
# expect: -0.5
# expect: name 'a' is not defined
# expect: v {'global_var': <class 'int'>, 'annotated': <class 'str'>} False
# expect: 10 11
# expect: 1-2-a-b!
# expect:
# expect: 12
# expect: a b
# expect: 1
