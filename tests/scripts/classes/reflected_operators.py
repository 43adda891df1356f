class N:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"{type(self).__name__}({self.n})"
def ops(name, sym):
    def f(self, o): print(f"{self}.{name}({o})"); return NotImplemented
    f.__name__ = name
    return f
for nm in ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor", "divmod"]:
    for pre in ["", "r", "i"]:
        if nm == "divmod" and pre == "i": continue
        setattr(N, f"__{pre}{nm}__", ops(f"__{pre}{nm}__", nm))
class Sub(N):
    def __radd__(self, o): return f"Sub radd {o}"
a, b, s = N(1), N(2), Sub(3)
for src in ["a + b", "a + s", "s + a", "a + 1", "1 + a", "a += b", "a @ 2", "2 @ a", "a ** 2", "2 ** a", "divmod(a, 2)", "divmod(2, a)", "a //= 3", "pow(a, 2)", "'x' % a", "[1] * a", "a * [1]", "[1] + a", "a << 1", "s + s"]:
    try:
        ns = {"a": a, "b": b, "s": s}
        try: r = eval(src, ns)
        except SyntaxError: exec(src, ns); r = ns["a"]
        print(src, "=", r)
    except TypeError as e: print(src, "->", e)
class Cmp:
    def __init__(self, n): self.n = n
    def __eq__(self, o): print("eq", self.n); return NotImplemented
    def __lt__(self, o): print("lt", self.n); return NotImplemented
    def __gt__(self, o): print("gt", self.n); return NotImplemented
x, y = Cmp(1), Cmp(2)
print(x == y, x != y, x == 5, 5 == x)
for src in ["x < y", "x > 5", "5 < x", "x <= y", "x < 'a'"]:
    try: eval(src)
    except TypeError as e: print(e)
class CSub(Cmp):
    def __gt__(self, o): return "sub gt"
    def __eq__(self, o): return "sub eq"
print(x < CSub(3), x == CSub(3), CSub(3) == x)
class NoEq:
    __eq__ = None
    __add__ = None
    __radd__ = None
for src in ["NoEq() == 1", "1 == NoEq()", "NoEq() + 1", "1 + NoEq()"]:
    try: print(eval(src))
    except TypeError as e: print(src, e)
class P3:
    def __pow__(self, e, m=None): return ("pow", e, m)
    def __rpow__(self, b, m=None): return ("rpow", b, m)
    def __ipow__(self, e): return ("ipow", e)
p = P3(); print(p ** 2, 2 ** p, pow(p, 2, 3), pow(2, p)); p **= 5; print(p)

# expect: N(1).__add__(N(2))
# expect: a + b -> unsupported operand type(s) for +: 'N' and 'N'
# expect: a + s = Sub radd N(1)
# expect: Sub(3).__add__(N(1))
# expect: N(1).__radd__(Sub(3))
# expect: s + a -> unsupported operand type(s) for +: 'Sub' and 'N'
# expect: N(1).__add__(1)
# expect: a + 1 -> unsupported operand type(s) for +: 'N' and 'int'
# expect: N(1).__radd__(1)
# expect: 1 + a -> unsupported operand type(s) for +: 'int' and 'N'
# expect: N(1).__iadd__(N(2))
# expect: N(1).__add__(N(2))
# expect: a += b -> unsupported operand type(s) for +=: 'N' and 'N'
# expect: N(1).__matmul__(2)
# expect: a @ 2 -> unsupported operand type(s) for @: 'N' and 'int'
# expect: N(1).__rmatmul__(2)
# expect: 2 @ a -> unsupported operand type(s) for @: 'int' and 'N'
# expect: N(1).__pow__(2)
# expect: a ** 2 -> unsupported operand type(s) for ** or pow(): 'N' and 'int'
# expect: N(1).__rpow__(2)
# expect: 2 ** a -> unsupported operand type(s) for ** or pow(): 'int' and 'N'
# expect: N(1).__divmod__(2)
# expect: divmod(a, 2) -> unsupported operand type(s) for divmod(): 'N' and 'int'
# expect: N(1).__rdivmod__(2)
# expect: divmod(2, a) -> unsupported operand type(s) for divmod(): 'int' and 'N'
# expect: N(1).__ifloordiv__(3)
# expect: N(1).__floordiv__(3)
# expect: a //= 3 -> unsupported operand type(s) for //=: 'N' and 'int'
# expect: N(1).__pow__(2)
# expect: pow(a, 2) -> unsupported operand type(s) for ** or pow(): 'N' and 'int'
# expect: 'x' % a -> not all arguments converted during string formatting
# expect: N(1).__rmul__([1])
# expect: [1] * a -> can't multiply sequence by non-int of type 'N'
# expect: N(1).__mul__([1])
# expect: a * [1] -> can't multiply sequence by non-int of type 'N'
# expect: N(1).__radd__([1])
# expect: [1] + a -> can only concatenate list (not "N") to list
# expect: N(1).__lshift__(1)
# expect: a << 1 -> unsupported operand type(s) for <<: 'N' and 'int'
# expect: Sub(3).__add__(Sub(3))
# expect: s + s -> unsupported operand type(s) for +: 'Sub' and 'Sub'
# expect: eq 1
# expect: eq 2
# expect: eq 1
# expect: eq 2
# expect: eq 1
# expect: eq 1
# expect: False True False False
# expect: lt 1
# expect: gt 2
# expect: '<' not supported between instances of 'Cmp' and 'Cmp'
# expect: gt 1
# expect: '>' not supported between instances of 'Cmp' and 'int'
# expect: gt 1
# expect: '<' not supported between instances of 'int' and 'Cmp'
# expect: '<=' not supported between instances of 'Cmp' and 'Cmp'
# expect: lt 1
# expect: '<' not supported between instances of 'Cmp' and 'str'
# expect: sub gt sub eq sub eq
# expect: NoEq() == 1 'NoneType' object is not callable
# expect: 1 == NoEq() 'NoneType' object is not callable
# expect: NoEq() + 1 'NoneType' object is not callable
# expect: 1 + NoEq() 'NoneType' object is not callable
# expect: ('pow', 2, None) ('rpow', 2, None) ('pow', 2, 3) ('rpow', 2, None)
# expect: ('ipow', 5)
