# line one
import linecache

print(linecache.getline(__file__, 1), end="")
print(repr(linecache.getline(__file__, 9999)), repr(linecache.getline("nowhere.py", 1)))
with open("some.txt", "w") as f:
    f.write("first\nsecond")
print(linecache.getlines("some.txt"))
linecache.clearcache()

# expect: # line one
# expect: '' ''
# expect: ['first\n', 'second\n']
