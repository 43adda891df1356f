calls = [
    "bin('a')", 'hex(1.5)', 'oct()', 'format()', 'format(1, 2)', 'input(1, 2)', 'vars(5)', 'dir(1, 2)', 'type()',
    'type(1, 2)', "type('A', 1, {})", "type('A', (), 5)", "type('A', (5,), {})", 'super(1, 2)', "super(int, 'a')",
    'staticmethod()', 'classmethod(1, 2)', 'slice()', 'slice(1, 2, 3, 4)', "compile('1')", 'eval()', 'eval(5)',
    'exec(5)', 'iter([], None)', 'bool(1, 2)', "complex('a')", "complex(1, 'a')", "complex('1', 2)",
]
for c in calls:
    try:
        print(c, "ok", eval(c))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: bin('a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: hex(1.5) -> TypeError: 'float' object cannot be interpreted as an integer
# expect: oct() -> TypeError: oct() takes exactly one argument (0 given)
# expect: format() -> TypeError: format expected at least 1 argument, got 0
# expect: format(1, 2) -> TypeError: format() argument 2 must be str, not int
# expect: input(1, 2) -> TypeError: input expected at most 1 argument, got 2
# expect: vars(5) -> TypeError: vars() argument must have __dict__ attribute
# expect: dir(1, 2) -> TypeError: dir expected at most 1 argument, got 2
# expect: type() -> TypeError: type() takes 1 or 3 arguments
# expect: type(1, 2) -> TypeError: type() takes 1 or 3 arguments
# expect: type('A', 1, {}) -> TypeError: type.__new__() argument 2 must be tuple, not int
# expect: type('A', (), 5) -> TypeError: type.__new__() argument 3 must be dict, not int
# expect: type('A', (5,), {}) -> TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
# expect: super(1, 2) -> TypeError: super() argument 1 must be a type, not int
# expect: super(int, 'a') -> TypeError: super(type, obj): obj must be an instance or subtype of type
# expect: staticmethod() -> TypeError: staticmethod expected 1 argument, got 0
# expect: classmethod(1, 2) -> TypeError: classmethod expected 1 argument, got 2
# expect: slice() -> TypeError: slice expected at least 1 argument, got 0
# expect: slice(1, 2, 3, 4) -> TypeError: slice expected at most 3 arguments, got 4
# expect: compile('1') -> TypeError: compile() missing required argument 'filename' (pos 2)
# expect: eval() -> TypeError: eval expected at least 1 argument, got 0
# expect: eval(5) -> TypeError: eval() arg 1 must be a string, bytes or code object
# expect: exec(5) -> TypeError: exec() arg 1 must be a string, bytes or code object
# expect: iter([], None) -> TypeError: iter(v, w): v must be callable
# expect: bool(1, 2) -> TypeError: bool expected at most 1 argument, got 2
# expect: complex('a') -> ValueError: complex() arg is a malformed string
# expect: complex(1, 'a') -> TypeError: complex() second arg can't be a string
# expect: complex('1', 2) -> TypeError: complex() can't take second arg if first is a string
