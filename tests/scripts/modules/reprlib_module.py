import reprlib

print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}))
print(reprlib.repr(set(range(20))), reprlib.repr((1,)), reprlib.repr(10 ** 60), reprlib.repr([[[[[[[[1]]]]]]]]))
short = reprlib.Repr()
short.maxlist = 2
short.maxstring = 10
print(short.repr([1, 2, 3]), short.repr("abcdefghijklmnop"), short.repr({"k": ["long text in here"]}))


class Tree(list):
    @reprlib.recursive_repr()
    def __repr__(self):
        return "<" + ", ".join(map(repr, self)) + ">"


t = Tree([1, 2])
t.append(t)
print(t)

# expect: [0, 1, 2, 3, 4, 5, ...] 'xxxxxxxxxxxx...xxxxxxxxxxxxx' {0: 0, 1: 1, 2: 2, 3: 3, ...}
# expect: {0, 1, 2, 3, 4, 5, ...} (1,) 100000000000000000...0000000000000000000 [[[[[[[...]]]]]]]
# expect: [1, 2, ...] 'ab...nop' {'k': ['lo...ere']}
# expect: <1, 2, ...>
