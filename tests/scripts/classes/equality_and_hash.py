class A:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, A) and self.n == o.n
try: hash(A(1))
except TypeError as e: print(e)
try: {A(1): 2}
except TypeError as e: print(e)
print(A.__hash__, A(1) == A(1), A(1) != A(2), A(1) in [A(1)], [A(1)].index(A(1)), [A(1), 2].count(A(1)))
class B(A):
    __hash__ = lambda self: hash(self.n)
print(len({B(1), B(1), B(2)}), {B(1): "x"}[B(1)])
class C(A): pass
try: hash(C(1))
except TypeError as e: print(e)
class D(A): __hash__ = object.__hash__
print(isinstance(hash(D(1)), int))
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(2**61 - 1), hash(-1), hash(-2), hash(float("inf")), hash(2**61), hash(0.5), hash(-2.5), hash(1e300), hash(10**30), hash(1j), hash(3 + 4j))
print(hash((1, 2, 3)), hash(()), hash((1, (2, 3))), hash(frozenset()), hash(frozenset([1, 2, 3])), hash(None) == hash(None), hash(range(3)) == hash(range(0, 3)), hash(range(0)) == hash(range(5, 5)))
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], (nan,) == (nan,), {nan: 1}[nan], [nan].count(nan), nan != nan, {nan} == {nan}, max(nan, 1) is nan, max(1, nan), min([nan, 1]) is nan)
print(1 == 1.0 == True, "a" == b"a", [] == (), {} == set(), (1,) == [1], 0.1 + 0.2 == 0.3, 10**20 == 1e20, 2**53 + 1 == float(2**53 + 1), 2**53 == 2.0**53)
print({1: "a", 1.0: "b", True: "c"}, {0, False, 0.0, 0j}, [1, True, 1.0].count(1))
class Weird:
    def __eq__(self, o): return "truthy"
    def __ne__(self, o): return []
print(Weird() == 1, Weird() != 1, Weird() in [], 5 in [Weird()], [Weird()] == [1], [Weird()] != [1], (1, Weird()) < (1, 5) if False else "")
class H:
    def __hash__(self): return 2**70
class HS:
    def __hash__(self): return "no"
print(hash(H()) == hash(2**70))
try: hash(HS())
except TypeError as e: print(e)
for u in ["[]", "{}", "set()", "bytearray()", "slice(1)", "([],)", "{(1, []): 1}", "{[]}", "{{}}", "{}.keys()", "frozenset([[]])", "{}[[]]", "{1: 2}.get([])", "[] in {}", "[] in set()", "memoryview(bytearray())"]:
    try: print(u, hash(eval(u)) is not None)
    except Exception as e: print(u, "->", type(e).__name__, e)

# expect: unhashable type: 'A'
# expect: unhashable type: 'A'
# expect: None True True True 0 1
# expect: 2 x
# expect: unhashable type: 'C'
# expect: True
# expect: True 0 -2 -2 314159 1 1152921504606846976 -1152921504606846978 1224995262755759164 465258685558744706 1000003 4000015
# expect: 529344067295497451 5740354900026072187 7267574591690527098 133146708735736 -272375401224217160 True True True
# expect: False True True True 1 1 True True True 1 True
# expect: True False False False False False True False True
# expect: {1: 'c'} {0} 3
# expect: truthy [] False True True False
# expect: True
# expect: __hash__ method should return an integer
# expect: [] -> TypeError unhashable type: 'list'
# expect: {} -> TypeError unhashable type: 'dict'
# expect: set() -> TypeError unhashable type: 'set'
# expect: bytearray() -> TypeError unhashable type: 'bytearray'
# expect: slice(1) -> TypeError unhashable type: 'slice'
# expect: ([],) -> TypeError unhashable type: 'list'
# expect: {(1, []): 1} -> TypeError unhashable type: 'list'
# expect: {[]} -> TypeError unhashable type: 'list'
# expect: {{}} -> TypeError unhashable type: 'dict'
# expect: {}.keys() -> TypeError unhashable type: 'dict_keys'
# expect: frozenset([[]]) -> TypeError unhashable type: 'list'
# expect: {}[[]] -> TypeError unhashable type: 'list'
# expect: {1: 2}.get([]) -> TypeError unhashable type: 'list'
# expect: [] in {} -> TypeError unhashable type: 'list'
# expect: [] in set() -> TypeError unhashable type: 'list'
# expect: memoryview(bytearray()) -> ValueError cannot hash writable memoryview object
