import difflib

m = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(m.ratio(), 3), m.find_longest_match(0, 29, 0, 38), m.get_matching_blocks())
for op in difflib.SequenceMatcher(None, "qabxcd", "abycdf").get_opcodes():
    print(*op)
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("zzz", ["a"]))
print(m.quick_ratio() >= m.ratio(), difflib.SequenceMatcher(lambda x: x == " ", "a b", "ab").ratio())

# expect: 0.866 Match(a=6, b=15, size=23) [Match(a=0, b=0, size=6), Match(a=6, b=15, size=23), Match(a=29, b=38, size=0)]
# expect: delete 0 1 0 0
# expect: equal 1 3 0 2
# expect: replace 3 4 2 3
# expect: equal 4 6 3 5
# expect: insert 6 6 5 6
# expect: ['apple', 'ape'] []
# expect: True 0.8
