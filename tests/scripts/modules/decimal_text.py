from decimal import Decimal

for text in ("1", "-1.50", "1E+5", "1e-7", "0E+2", "-0", "Infinity", "nan", " 12_000.5 ", "1.23E+3"):
    d = Decimal(text)
    print(repr(d), d.as_tuple(), d.adjusted(), d.is_finite())
for spec in ("", ".2f", "10.1f", ",.2f", "+.3e", "%", ".1%", "<10", "^10", "010.2f", "g"):
    print(repr(spec), format(Decimal("1234.5678"), spec), format(Decimal("-0.05"), spec))
print(f"{Decimal('3.14159'):.3f}", str(Decimal("12.30")), Decimal((1, (1, 2, 5), -2)), Decimal("1.5").as_integer_ratio())
print(Decimal("123.456").to_eng_string(), Decimal("1E+7").to_eng_string(), Decimal("3").compare(Decimal("4")))

# expect: Decimal('1') DecimalTuple(sign=0, digits=(1,), exponent=0) 0 True
# expect: Decimal('-1.50') DecimalTuple(sign=1, digits=(1, 5, 0), exponent=-2) 0 True
# expect: Decimal('1E+5') DecimalTuple(sign=0, digits=(1,), exponent=5) 5 True
# expect: Decimal('1E-7') DecimalTuple(sign=0, digits=(1,), exponent=-7) -7 True
# expect: Decimal('0E+2') DecimalTuple(sign=0, digits=(0,), exponent=2) 2 True
# expect: Decimal('-0') DecimalTuple(sign=1, digits=(0,), exponent=0) 0 True
# expect: Decimal('Infinity') DecimalTuple(sign=0, digits=(0,), exponent='F') 0 False
# expect: Decimal('NaN') DecimalTuple(sign=0, digits=(), exponent='n') 0 False
# expect: Decimal('12000.5') DecimalTuple(sign=0, digits=(1, 2, 0, 0, 0, 5), exponent=-1) 4 True
# expect: Decimal('1.23E+3') DecimalTuple(sign=0, digits=(1, 2, 3), exponent=1) 3 True
# expect: '' 1234.5678 -0.05
# expect: '.2f' 1234.57 -0.05
# expect: '10.1f'     1234.6       -0.0
# expect: ',.2f' 1,234.57 -0.05
# expect: '+.3e' +1.235e+3 -5.000e-2
# expect: '%' 123456.78% -5%
# expect: '.1%' 123456.8% -5.0%
# expect: '<10' 1234.5678  -0.05
# expect: '^10' 1234.5678    -0.05
# expect: '010.2f' 0001234.57 -000000.05
# expect: 'g' 1234.5678 -0.05
# expect: 3.142 12.30 -1.25 (3, 2)
# expect: 123.456 10E+6 -1
