a, b = {1, 2, 3}, frozenset([3, 4])
print(sorted(a | b), type(a | b).__name__, type(b | a).__name__, a & b, a - b, b - a, a ^ b, sorted(a.union([9], "x" and (8,))), a.intersection([1, 2], [2]), a.difference([1], (2,)), sorted(a.symmetric_difference([3, 5, 5])))
print(a > {1}, a >= a, a < a, {1} < {2}, {1} <= {1, 2}, a == {3, 2, 1}, a == frozenset(a), a != [1, 2, 3], a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([7]), set() <= set(), {1} > set())
c = set(a); c |= {10}; c &= {1, 10, 11}; c -= {1}; c ^= {5, 10}; print(c)
c.update([1], (2,)); c.intersection_update([1, 5]); c.difference_update([5]); c.symmetric_difference_update([1, 6]); print(c, c.discard(99), c.pop(), c)
d = frozenset("a"); e = d; e |= {"a"}; print(e, e is d, frozenset(d) is d, d.copy() is d, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {frozenset([1]): 2}[frozenset([1])], frozenset({1}) in {frozenset({1})}, {1} in {frozenset({1})})
print(set(), {*()}, frozenset(), repr({1}), repr(frozenset({1})), {(1, 2), (1, 2)}, {1, 1.0, True}, len({0, False, 0.0}), sorted({"b", "a"}), {x % 3 for x in range(9)})
class S(set): pass
s = S([1]); print(s, type(s | {2}), type(s.copy()), S([1]) == {1}, type({2} | s))
for src in ["a | [1]", "a |= [1]", "a < [1]", "a & 'a'", "a.add({1})", "{[]}", "a.remove(99)", "set().pop()", "a + b", "a[0]", "hash(a)", "b.add(1)", "a.union(5)", "a.update(1)", "set(1)", "a.remove([1])", "a.discard([1])", "{1} in a", "[1] in a", "sorted([{1}, {2}, {1, 2}])", "max({1}, {2}, {1, 2})", "a - [1]", "a.__or__([1])", "a.isdisjoint(5)", "a == 5", "b.__lt__(5)"]:
    try:
        try: print(src, eval(src))
        except SyntaxError: exec(src); print(src, a)
    except Exception as e: print(src, "->", type(e).__name__, e)

# expect: [1, 2, 3, 4] set frozenset {3} {1, 2} frozenset({4}) {1, 2, 4} [1, 2, 3, 8, 9] {2} {3} [1, 2, 5]
# expect: True True False False True True True True True True True True True
# expect: {5}
# expect: set() None 6 set()
# expect: frozenset({'a'}) False True True True 2 True True
# expect: set() set() frozenset() {1} frozenset({1}) {(1, 2)} {1} 1 ['a', 'b'] {0, 1, 2}
# expect: S({1}) <class 'set'> <class 'set'> True <class 'set'>
# expect: a | [1] -> TypeError unsupported operand type(s) for |: 'set' and 'list'
# expect: a |= [1] -> TypeError unsupported operand type(s) for |=: 'set' and 'list'
# expect: a < [1] -> TypeError '<' not supported between instances of 'set' and 'list'
# expect: a & 'a' -> TypeError unsupported operand type(s) for &: 'set' and 'str'
# expect: a.add({1}) -> TypeError unhashable type: 'set'
# expect: {[]} -> TypeError unhashable type: 'list'
# expect: a.remove(99) -> KeyError 99
# expect: set().pop() -> KeyError 'pop from an empty set'
# expect: a + b -> TypeError unsupported operand type(s) for +: 'set' and 'frozenset'
# expect: a[0] -> TypeError 'set' object is not subscriptable
# expect: hash(a) -> TypeError unhashable type: 'set'
# expect: b.add(1) -> AttributeError 'frozenset' object has no attribute 'add'
# expect: a.union(5) -> TypeError 'int' object is not iterable
# expect: a.update(1) -> TypeError 'int' object is not iterable
# expect: set(1) -> TypeError 'int' object is not iterable
# expect: a.remove([1]) -> TypeError unhashable type: 'list'
# expect: a.discard([1]) -> TypeError unhashable type: 'list'
# expect: {1} in a False
# expect: [1] in a -> TypeError unhashable type: 'list'
# expect: sorted([{1}, {2}, {1, 2}]) [{1}, {2}, {1, 2}]
# expect: max({1}, {2}, {1, 2}) {1, 2}
# expect: a - [1] -> TypeError unsupported operand type(s) for -: 'set' and 'list'
# expect: a.__or__([1]) NotImplemented
# expect: a.isdisjoint(5) -> TypeError 'int' object is not iterable
# expect: a == 5 False
# expect: b.__lt__(5) NotImplemented
