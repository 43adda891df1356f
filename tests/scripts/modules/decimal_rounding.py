import decimal
from decimal import Decimal

price = Decimal("19.995")
for name in ("ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_HALF_DOWN", "ROUND_DOWN", "ROUND_UP", "ROUND_FLOOR", "ROUND_CEILING",
             "ROUND_05UP"):
    print(name, price.quantize(Decimal("0.01"), rounding=name), (-price).quantize(Decimal("0.01"), rounding=name))
with decimal.localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 3, Decimal("123456.789") + 0)
    ctx.rounding = decimal.ROUND_DOWN
    print(Decimal(2) / 3)
print(Decimal(2) / 3)
with decimal.localcontext(decimal.Context(prec=50)):
    print(Decimal(2).sqrt())
print(round(Decimal("2.675"), 2), round(Decimal("2.5")), Decimal("7.325").to_integral_value())
try:
    Decimal("1e30").quantize(Decimal("0.01"))
except decimal.InvalidOperation as e:
    print(e)
ctx = decimal.Context(prec=3, traps=[])
print(ctx.divide(Decimal(1), Decimal(0)), ctx.create_decimal("3.14159"), ctx.flags[decimal.DivisionByZero])

# expect: ROUND_HALF_UP 20.00 -20.00
# expect: ROUND_HALF_EVEN 20.00 -20.00
# expect: ROUND_HALF_DOWN 19.99 -19.99
# expect: ROUND_DOWN 19.99 -19.99
# expect: ROUND_UP 20.00 -20.00
# expect: ROUND_FLOOR 19.99 -20.00
# expect: ROUND_CEILING 20.00 -19.99
# expect: ROUND_05UP 19.99 -19.99
# expect: 0.33333 1.2346E+5
# expect: 0.66666
# expect: 0.6666666666666666666666666667
# expect: 1.4142135623730950488016887242096980785696718753769
# expect: 2.68 2 7
# expect: [<class 'decimal.InvalidOperation'>]
# expect: Infinity 3.14 True
