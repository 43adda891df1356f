vals = [1j, -1j, 1 + 2j, 1 - 2j, -0j, complex(-0.0, 0.0), complex(0.0, -0.0), complex(1e20, 1e-5), complex("inf"), complex(0, float("nan")), complex(1.5, float("-inf")), 3 + 0j, complex(2)]
for v in vals: print(repr(v), str(v), f"{v}", v.real, v.imag, v.conjugate(), bool(v))
for t in ["1", "j", "-j", "+1j", "1+j", "1-2j", " 1+2j ", "(1+2j)", "( 1+2j )", "1 + 2j", "1+2", "1j+2", "", "()", "inf+nanj", "1e5-1e-5j", "1_0+2_0j", "1+2J", "--1j", "1+-2j", "nanj", "infj", "1.j", ".5j"]:
    try: print(repr(t), complex(t))
    except ValueError as e: print(repr(t), "->", e)
for src in ["1j * 1j", "(1+2j) ** 2", "(1+2j) / (3-4j)", "1j ** 1j", "2 ** 1j", "1j < 2j", "1j // 1", "1j % 1", "divmod(1j, 1)", "int(1j)", "float(1j)", "abs(3+4j)", "round(1j)", "complex(1, 2) == 1 + 2j", "1 + 0j == 1", "hash(1+0j) == hash(1)", "complex(1j, 1j)", "complex(real=1, imag=2)", "complex(imag=3)", "complex(1, 'a')", "complex(None)", "+(1+2j)", "-(1+2j)", "~1j", "1j and 0", "0j ** 0", "(-1) ** 0.5", "(1+1j) ** -2", "1j.__add__(2)", "1j.__add__('a')", "1j + 'a'", "sum([1j, 2])", "max(1j, 2)", "sorted([1j, 2j])", "[1j].index(1j)", "f'{1+2j:.2f}'", "f'{1+2j:+.1e}'", "f'{1+2j:>20}'", "f'{1j:d}'", "f'{1j:08}'", "f'{1.5+2.25j:g}'", "'%s' % 1j", "'%f' % 1j", "1j.real.imag", "1e200j * 1e200j", "(1e200+1e200j) ** 2", "complex(1, 2).__getnewargs__()", "1j != 1j"]:
    try: print(src, eval(src))
    except Exception as e: print(src, "->", type(e).__name__, e)

# expect: 1j 1j 1j 0.0 1.0 -1j True
# expect: (-0-1j) (-0-1j) (-0-1j) -0.0 -1.0 (-0+1j) True
# expect: (1+2j) (1+2j) (1+2j) 1.0 2.0 (1-2j) True
# expect: (1-2j) (1-2j) (1-2j) 1.0 -2.0 (1+2j) True
# expect: (-0-0j) (-0-0j) (-0-0j) -0.0 -0.0 (-0+0j) False
# expect: (-0+0j) (-0+0j) (-0+0j) -0.0 0.0 (-0-0j) False
# expect: -0j -0j -0j 0.0 -0.0 0j False
# expect: (1e+20+1e-05j) (1e+20+1e-05j) (1e+20+1e-05j) 1e+20 1e-05 (1e+20-1e-05j) True
# expect: (inf+0j) (inf+0j) (inf+0j) inf 0.0 (inf-0j) True
# expect: nanj nanj nanj 0.0 nan nanj True
# expect: (1.5-infj) (1.5-infj) (1.5-infj) 1.5 -inf (1.5+infj) True
# expect: (3+0j) (3+0j) (3+0j) 3.0 0.0 (3-0j) True
# expect: (2+0j) (2+0j) (2+0j) 2.0 0.0 (2-0j) True
# expect: '1' (1+0j)
# expect: 'j' 1j
# expect: '-j' -1j
# expect: '+1j' 1j
# expect: '1+j' (1+1j)
# expect: '1-2j' (1-2j)
# expect: ' 1+2j ' (1+2j)
# expect: '(1+2j)' (1+2j)
# expect: '( 1+2j )' (1+2j)
# expect: '1 + 2j' -> complex() arg is a malformed string
# expect: '1+2' -> complex() arg is a malformed string
# expect: '1j+2' -> complex() arg is a malformed string
# expect: '' -> complex() arg is a malformed string
# expect: '()' -> complex() arg is a malformed string
# expect: 'inf+nanj' (inf+nanj)
# expect: '1e5-1e-5j' (100000-1e-05j)
# expect: '1_0+2_0j' (10+20j)
# expect: '1+2J' (1+2j)
# expect: '--1j' -> complex() arg is a malformed string
# expect: '1+-2j' -> complex() arg is a malformed string
# expect: 'nanj' nanj
# expect: 'infj' infj
# expect: '1.j' 1j
# expect: '.5j' 0.5j
# expect: 1j * 1j (-1+0j)
# expect: (1+2j) ** 2 (-3+4j)
# expect: (1+2j) / (3-4j) (-0.2+0.4j)
# expect: 1j ** 1j (0.20787957635076193+0j)
# expect: 2 ** 1j (0.7692389013639721+0.6389612763136348j)
# expect: 1j < 2j -> TypeError '<' not supported between instances of 'complex' and 'complex'
# expect: 1j // 1 -> TypeError unsupported operand type(s) for //: 'complex' and 'int'
# expect: 1j % 1 -> TypeError unsupported operand type(s) for %: 'complex' and 'int'
# expect: divmod(1j, 1) -> TypeError unsupported operand type(s) for divmod(): 'complex' and 'int'
# expect: int(1j) -> TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: float(1j) -> TypeError float() argument must be a string or a real number, not 'complex'
# expect: abs(3+4j) 5.0
# expect: round(1j) -> TypeError type complex doesn't define __round__ method
# expect: complex(1, 2) == 1 + 2j True
# expect: 1 + 0j == 1 True
# expect: hash(1+0j) == hash(1) True
# expect: complex(1j, 1j) (-1+1j)
# expect: complex(real=1, imag=2) (1+2j)
# expect: complex(imag=3) 3j
# expect: complex(1, 'a') -> TypeError complex() second arg can't be a string
# expect: complex(None) -> TypeError complex() first argument must be a string or a number, not 'NoneType'
# expect: +(1+2j) (1+2j)
# expect: -(1+2j) (-1-2j)
# expect: ~1j -> TypeError bad operand type for unary ~: 'complex'
# expect: 1j and 0 0
# expect: 0j ** 0 (1+0j)
# expect: (-1) ** 0.5 (6.123233995736766e-17+1j)
# expect: (1+1j) ** -2 -0.5j
# expect: 1j.__add__(2) (2+1j)
# expect: 1j.__add__('a') NotImplemented
# expect: 1j + 'a' -> TypeError unsupported operand type(s) for +: 'complex' and 'str'
# expect: sum([1j, 2]) (2+1j)
# expect: max(1j, 2) -> TypeError '>' not supported between instances of 'int' and 'complex'
# expect: sorted([1j, 2j]) -> TypeError '<' not supported between instances of 'complex' and 'complex'
# expect: [1j].index(1j) 0
# expect: f'{1+2j:.2f}' 1.00+2.00j
# expect: f'{1+2j:+.1e}' +1.0e+00+2.0e+00j
# expect: f'{1+2j:>20}'               (1+2j)
# expect: f'{1j:d}' -> ValueError Unknown format code 'd' for object of type 'complex'
# expect: f'{1j:08}' -> ValueError Zero padding is not allowed in complex format specifier
# expect: f'{1.5+2.25j:g}' 1.5+2.25j
# expect: '%s' % 1j 1j
# expect: '%f' % 1j -> TypeError must be real number, not complex
# expect: 1j.real.imag 0.0
# expect: 1e200j * 1e200j (-inf+0j)
# expect: (1e200+1e200j) ** 2 (nan+nanj)
# expect: complex(1, 2).__getnewargs__() (1.0, 2.0)
# expect: 1j != 1j False
