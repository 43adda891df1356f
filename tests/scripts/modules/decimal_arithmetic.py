from decimal import Decimal, getcontext

a, b = Decimal("1.10"), Decimal("3")
print(a + b, a - b, a * b, a / b, a // b, a % b, b ** 2, -a, abs(-a))
print(Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), 0.1 + 0.2 == 0.3)
print(repr(Decimal(0.1)))
print(Decimal(2).sqrt(), Decimal(2).ln(), Decimal(1).exp(), Decimal(1000).log10())
print(Decimal(1) / 7, Decimal("1E+3") * 1000, Decimal("0.00000001"))
print(sum([Decimal("0.1")] * 10), max(a, b), sorted([b, a]), int(Decimal("-7.9")), float(a))
print(2 + a, 2 * a, 7 // b, divmod(Decimal(17), 5), pow(Decimal(2), 100), Decimal("1.5") ** Decimal("0.5"))
for bad in (lambda: a / 0, lambda: Decimal("abc"), lambda: a + 1.5, lambda: Decimal(0) / 0):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(hash(Decimal("2.50")) == hash(2.5), Decimal("2.50") == 2.5, Decimal("2.50").normalize())
print(getcontext())

# expect: 4.10 -1.90 3.30 0.3666666666666666666666666667 0 1.10 9 -1.10 1.10
# expect: True False
# expect: Decimal('0.1000000000000000055511151231257827021181583404541015625')
# expect: 1.414213562373095048801688724 0.6931471805599453094172321215 2.718281828459045235360287471 3
# expect: 0.1428571428571428571428571429 1.000E+6 1E-8
# expect: 1.0 3 [Decimal('1.10'), Decimal('3')] -7 1.1
# expect: 3.10 2.20 2 (Decimal('3'), Decimal('2')) 1.267650600228229401496703205E+30 1.224744871391589049098642037
# expect: DivisionByZero [<class 'decimal.DivisionByZero'>]
# expect: InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: TypeError unsupported operand type(s) for +: 'decimal.Decimal' and 'float'
# expect: InvalidOperation [<class 'decimal.DivisionUndefined'>]
# expect: True True 2.5
# expect: Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[InvalidOperation, DivisionByZero, Inexact, FloatOperation, Rounded], traps=[InvalidOperation, DivisionByZero, Overflow])
