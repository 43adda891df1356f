def check(base, *args):
    class S(base):
        def __init__(self, *a):
            super().__init__() if base not in (list, dict, set, bytearray, Exception) else super().__init__(*a)
    s = S(*args)
    s.x = 5
    s.y = [6]
    print(base.__name__, s.x, s.__dict__, s == base(*args) if base is not Exception else s.args, type(s).__name__, vars(s) is s.__dict__)
    del s.x
    print(hasattr(s, "x"), getattr(s, "y"), isinstance(s, base))
for base, *args in [(int, 3), (int, 10 ** 30), (float, 2.5), (str, "ab"), (tuple, (1, 2)), (bytes, b"ab"), (bytearray, b"q"), (list, [1]), (dict, {1: 2}), (set, {1}), (frozenset, {2}), (Exception, 1), (complex, 1j)]:
    check(base, *args)

# expect: int 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: int 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: float 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: str 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: tuple 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: bytes 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: bytearray 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: list 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: dict 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: set 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: frozenset 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
# expect: Exception 5 {'x': 5, 'y': [6]} (1,) S True
# expect: False [6] True
# expect: complex 5 {'x': 5, 'y': [6]} True S True
# expect: False [6] True
