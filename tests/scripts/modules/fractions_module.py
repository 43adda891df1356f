from fractions import Fraction
import math

a, b = Fraction(1, 3), Fraction("3/4")
print(a + b, a - b, a * b, a / b, b // a, b % a, a ** 2, a ** -2, -a, abs(-a), divmod(b, a))
print(repr(a), str(Fraction(6, 3)), Fraction(0.25), Fraction("1.25"), Fraction("-3e-2"), Fraction(5))
print(1 + a, 2 * a, 1 / a, a + 0.5, 2 ** b, a == Fraction(2, 6), a < b, a < 0.5, a >= 1, hash(Fraction(2)) == hash(2))
print(a.numerator, a.denominator, math.floor(b), math.ceil(b), round(b), round(Fraction(22, 7), 2), int(Fraction(7, 2)))
print(Fraction(math.pi).limit_denominator(100), sum([a, b]), sorted([b, a]), float(a), bool(Fraction(0)))
for bad in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: a / 0):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

# expect: 13/12 -5/12 1/4 4/9 2 1/12 1/9 9 -1/3 1/3 (2, Fraction(1, 12))
# expect: Fraction(1, 3) 2 1/4 5/4 -3/100 5
# expect: 4/3 2/3 3 0.8333333333333333 1.681792830507429 True True True False True
# expect: 1 3 0 1 1 157/50 3
# expect: 311/99 13/12 [Fraction(1, 3), Fraction(3, 4)] 0.3333333333333333 False
# expect: ZeroDivisionError Fraction(1, 0)
# expect: ValueError Invalid literal for Fraction: 'x'
# expect: TypeError both arguments should be Rational instances
# expect: ZeroDivisionError Fraction(1, 0)
