# stdin: first
# stdin: 42
# stdin: last
import sys
print(input("name? "))
print(int(input()) + 1)
for line in sys.stdin:
    print(repr(line))
try:
    input()
except EOFError as e:
    print(e)

# expect: name? first
# expect: 43
# expect: 'last\n'
# expect: EOF when reading a line
