import sys, traceback
class A:
    def __getitem__(self, i): raise KeyError(i)
    def __add__(self, o): raise TypeError("no add")
    def __call__(self): raise OSError("called")
def tail():
    etype, e, tb = sys.exc_info()
    lines = traceback.format_exception(etype, e, tb)
    print("".join(line for entry in lines[1:] for line in entry.splitlines(True) if "File" not in line).rstrip())
    print("-")
a = A()
x = [1, 2]
def f1(): return a + 1
def f2(): return (1 +
                  x[5])
def f3(): return a["k"]["j"]
def f4(): return a().b.c
def f5(): x.nope.more
def f6(): return x[0] / (x[1] - 2)
def f7(): return foo(1, 2) + bar
def f8(): return "e" + 1 + "ü"
def f9(): raise ValueError("multi\nline")
def f10(): return [y / 0 for y in x]
def f11():
    return max(
        1,
        x[9],
        3)
def f12(): assert x == 5, "x is wrong"
def f13(): assert not x
def f14(): del x[7]
def f15(): x[8] = 1
def f16(): a, b, c = x
def f17(): return {**x}
def f18(): return f"{x[3]!r} text"
def f19(): return -"a"
def f20(): return 1 < 2 < "a"
def f21(): import nothing_here
def f22(): from nothing_there import nope
def f23(): return (lambda: 1 / 0)()
def f24():
    with a: pass
def f25():
    for i in 5: pass
def f26(): return x[
    0][1]
def f27(): x.append(1)(2)
def f28(): return int("12a") + 1
def f29(): x += 1
def f30(): x[0] += "a"
for i in range(1, 31):
    try: globals()[f"f{i}"]()
    except BaseException: tail()

# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f1(): return a + 1
# expect:                      ~~^~~
# expect:     def __add__(self, o): raise TypeError("no add")
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: TypeError: no add
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     x[5])
# expect:     ~^^^
# expect: IndexError: list index out of range
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f3(): return a["k"]["j"]
# expect:                      ~^^^^^
# expect:     def __getitem__(self, i): raise KeyError(i)
# expect:                               ^^^^^^^^^^^^^^^^^
# expect: KeyError: 'k'
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f4(): return a().b.c
# expect:                      ^^^
# expect:     def __call__(self): raise OSError("called")
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^
# expect: OSError: called
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f5(): x.nope.more
# expect:               ^^^^^^
# expect: AttributeError: 'list' object has no attribute 'nope'
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f6(): return x[0] / (x[1] - 2)
# expect:                      ~~~~~^~~~~~~~~~~~
# expect: ZeroDivisionError: division by zero
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f7(): return foo(1, 2) + bar
# expect:                      ^^^
# expect: NameError: name 'foo' is not defined
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f8(): return "e" + 1 + "ü"
# expect:                      ~~~~^~~
# expect: TypeError: can only concatenate str (not "int") to str
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f9(): raise ValueError("multi\nline")
# expect:               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: ValueError: multi
# expect: line
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f10(): return [y / 0 for y in x]
# expect:                       ^^^^^^^^^^^^^^^^^^
# expect:     def f10(): return [y / 0 for y in x]
# expect:                        ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     x[9],
# expect:     ~^^^
# expect: IndexError: list index out of range
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f12(): assert x == 5, "x is wrong"
# expect:                       ^^^^^^
# expect: AssertionError: x is wrong
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f13(): assert not x
# expect:                ^^^^^^^^^^^^
# expect: AssertionError
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f14(): del x[7]
# expect:                    ~^^^
# expect: IndexError: list assignment index out of range
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f15(): x[8] = 1
# expect:                ~^^^
# expect: IndexError: list assignment index out of range
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f16(): a, b, c = x
# expect:                ^^^^^^^
# expect: ValueError: not enough values to unpack (expected 3, got 2)
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f17(): return {**x}
# expect:                       ^^^^^
# expect: TypeError: 'list' object is not a mapping
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f18(): return f"{x[3]!r} text"
# expect:                          ~^^^
# expect: IndexError: list index out of range
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f19(): return -"a"
# expect:                       ^^^^
# expect: TypeError: bad operand type for unary -: 'str'
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f20(): return 1 < 2 < "a"
# expect:                       ^^^^^^^^^^^
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f21(): import nothing_here
# expect:                ^^^^^^^^^^^^^^^^^^^
# expect: ModuleNotFoundError: No module named 'nothing_here'
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f22(): from nothing_there import nope
# expect:                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: ModuleNotFoundError: No module named 'nothing_there'
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f23(): return (lambda: 1 / 0)()
# expect:                       ^^^^^^^^^^^^^^^^^
# expect:     def f23(): return (lambda: 1 / 0)()
# expect:                                ~~^~~
# expect: ZeroDivisionError: division by zero
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     with a: pass
# expect: TypeError: 'A' object does not support the context manager protocol
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     for i in 5: pass
# expect: TypeError: 'int' object is not iterable
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f26(): return x[
# expect:                       ^^
# expect: TypeError: 'int' object is not subscriptable
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f27(): x.append(1)(2)
# expect:                ^^^^^^^^^^^^^^
# expect: TypeError: 'NoneType' object is not callable
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f28(): return int("12a") + 1
# expect:                       ^^^^^^^^^^
# expect: ValueError: invalid literal for int() with base 10: '12a'
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f29(): x += 1
# expect:                ^
# expect: UnboundLocalError: cannot access local variable 'x' where it is not associated with a value
# expect: -
# expect:     try: globals()[f"f{i}"]()
# expect:          ^^^^^^^^^^^^^^^^^^^^
# expect:     def f30(): x[0] += "a"
# expect:                ^^^^^^^^^^^
# expect: TypeError: unsupported operand type(s) for +=: 'int' and 'str'
# expect: -
