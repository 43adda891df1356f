r = range(2, 20, 3)
print(r, r[1], r[-1], r[1:4], r[::-1], r[::-2], r[10:], len(r), list(reversed(r)), 5 in r, 6 in r, 5.0 in r, "a" in r, r.index(8), r.count(8), r.count(9))
print(range(0), range(5, 0), list(range(5, 0, -2)), range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2), range(0) == range(2, 2), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), range(3) != [0, 1, 2], bool(range(0)))
print(r.start, r.stop, r.step, range(10**20, 10**20 + 3)[2], 10**20 in range(10**21), len(range(-5, 5)), range(True, 3), range(10)[True], range(1, 10)[slice(2, None, 3)], max(range(3)), min(range(3), default=1), sum(range(101)), list(range(3)) * 2)
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print(range(I(3)), list(range(I(1), I(4))), range(5)[I(2)], I(2) in range(5))
for src in ["range(3.0)", "range('3')", "range(1, 2, 0)", "range()", "range(1, 2, 3, 4)", "range(3)[5]", "range(3)[-4]", "range(3)['a']", "range(3)[1.0]", "range(3).index(5)", "range(3).index('a')", "range(3) + range(2)", "range(3) * 2", "range(3)[0] = 1", "del range(3)[0]", "range(3) < range(4)", "len(range(10**20))", "range(None)", "iter(range(3)).foo", "range(3)[::0]", "min(range(0))", "range(I('a'))", "range(10**20)[10**19]", "hash(range(10**20)) == hash(range(10**20))", "[*range(3), *range(2)]", "next(iter(range(0)))", "reversed(range(3)).__next__()", "range(3).__contains__(2)", "range(0, 10, 3).__len__()", "tuple(range(4, -1, -2))"]:
    try: print(src, eval(src) if "=" not in src.replace("==", "") and not src.startswith("del") else exec(src))
    except Exception as e: print(src, "->", type(e).__name__, e)

# expect: range(2, 20, 3) 5 17 range(5, 14, 3) range(17, -1, -3) range(17, -1, -6) range(20, 20, 3) 6 [17, 14, 11, 8, 5, 2] True False True False 2 1 0
# expect: range(0, 0) range(5, 0) [5, 3, 1] True True True True True False
# expect: 2 20 3 100000000000000000002 True 10 range(1, 3) 1 range(3, 10, 3) 2 0 5050 [0, 1, 2, 0, 1, 2]
# expect: range(0, 3) [1, 2, 3] 2 False
# expect: range(3.0) -> TypeError 'float' object cannot be interpreted as an integer
# expect: range('3') -> TypeError 'str' object cannot be interpreted as an integer
# expect: range(1, 2, 0) -> ValueError range() arg 3 must not be zero
# expect: range() -> TypeError range expected at least 1 argument, got 0
# expect: range(1, 2, 3, 4) -> TypeError range expected at most 3 arguments, got 4
# expect: range(3)[5] -> IndexError range object index out of range
# expect: range(3)[-4] -> IndexError range object index out of range
# expect: range(3)['a'] -> TypeError range indices must be integers or slices, not str
# expect: range(3)[1.0] -> TypeError range indices must be integers or slices, not float
# expect: range(3).index(5) -> ValueError 5 is not in range
# expect: range(3).index('a') -> ValueError sequence.index(x): x not in sequence
# expect: range(3) + range(2) -> TypeError unsupported operand type(s) for +: 'range' and 'range'
# expect: range(3) * 2 -> TypeError unsupported operand type(s) for *: 'range' and 'int'
# expect: range(3)[0] = 1 -> TypeError 'range' object does not support item assignment
# expect: del range(3)[0] -> TypeError 'range' object doesn't support item deletion
# expect: range(3) < range(4) -> TypeError '<' not supported between instances of 'range' and 'range'
# expect: len(range(10**20)) -> OverflowError Python int too large to convert to C ssize_t
# expect: range(None) -> TypeError 'NoneType' object cannot be interpreted as an integer
# expect: iter(range(3)).foo -> AttributeError 'range_iterator' object has no attribute 'foo'
# expect: range(3)[::0] -> ValueError slice step cannot be zero
# expect: min(range(0)) -> ValueError min() arg is an empty sequence
# expect: range(I('a')) -> TypeError __index__ returned non-int (type str)
# expect: range(10**20)[10**19] 10000000000000000000
# expect: hash(range(10**20)) == hash(range(10**20)) True
# expect: [*range(3), *range(2)] [0, 1, 2, 0, 1]
# expect: next(iter(range(0))) -> StopIteration
# expect: reversed(range(3)).__next__() 2
# expect: range(3).__contains__(2) True
# expect: range(0, 10, 3).__len__() 4
# expect: tuple(range(4, -1, -2)) (4, 2, 0)
