# stdin: Ada
# stdin: 3
import threading, sys
name = input('Name: ')
n = int(input('N? '))
def w(): print(f'Hello {name}! ' * n)
t = threading.Thread(target=w); t.start(); t.join()
try: input('more: ')
except EOFError as e: print('EOF', e)
print(sys.stdin.readline() == '')

# expect: Name: N? Hello Ada! Hello Ada! Hello Ada!
# expect: more: EOF EOF when reading a line
# expect: True
