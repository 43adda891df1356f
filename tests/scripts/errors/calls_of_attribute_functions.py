calls = [
    'len()', 'len(1, 2)', 'len(obj=[])', 'abs()', "abs('a')", 'isinstance(1)', 'isinstance(1, 2)',
    'isinstance(1, (int, 2))', 'issubclass(1, int)', "ord('ab')", 'ord(5)', "ord(b'')", "chr('a')", 'chr(-5)',
    'chr(0x110000)', 'hash()', 'id()', 'repr()', 'callable()', 'getattr(1)', 'getattr(1, 2)', "setattr(1, 'a', 2)",
    'setattr(1, 2, 3)', "delattr(1, 'real')", 'hasattr(1, 2)',
]
for c in calls:
    try:
        print(c, "ok", eval(c))
    except Exception as e:
        print(c, "->", type(e).__name__ + ":", e)

# expect: len() -> TypeError: len() takes exactly one argument (0 given)
# expect: len(1, 2) -> TypeError: len() takes exactly one argument (2 given)
# expect: len(obj=[]) -> TypeError: len() takes no keyword arguments
# expect: abs() -> TypeError: abs() takes exactly one argument (0 given)
# expect: abs('a') -> TypeError: bad operand type for abs(): 'str'
# expect: isinstance(1) -> TypeError: isinstance expected 2 arguments, got 1
# expect: isinstance(1, 2) -> TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: isinstance(1, (int, 2)) ok True
# expect: issubclass(1, int) -> TypeError: issubclass() arg 1 must be a class
# expect: ord('ab') -> TypeError: ord() expected a character, but string of length 2 found
# expect: ord(5) -> TypeError: ord() expected string of length 1, but int found
# expect: ord(b'') -> TypeError: ord() expected a character, but string of length 0 found
# expect: chr('a') -> TypeError: 'str' object cannot be interpreted as an integer
# expect: chr(-5) -> ValueError: chr() arg not in range(0x110000)
# expect: chr(0x110000) -> ValueError: chr() arg not in range(0x110000)
# expect: hash() -> TypeError: hash() takes exactly one argument (0 given)
# expect: id() -> TypeError: id() takes exactly one argument (0 given)
# expect: repr() -> TypeError: repr() takes exactly one argument (0 given)
# expect: callable() -> TypeError: callable() takes exactly one argument (0 given)
# expect: getattr(1) -> TypeError: getattr expected at least 2 arguments, got 1
# expect: getattr(1, 2) -> TypeError: attribute name must be string, not 'int'
# expect: setattr(1, 'a', 2) -> AttributeError: 'int' object has no attribute 'a'
# expect: setattr(1, 2, 3) -> TypeError: attribute name must be string, not 'int'
# expect: delattr(1, 'real') -> AttributeError: attribute 'real' of 'int' objects is not writable
# expect: hasattr(1, 2) -> TypeError: attribute name must be string, not 'int'
