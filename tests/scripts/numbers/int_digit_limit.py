import sys
print(sys.get_int_max_str_digits())
try: int('1'*5000)
except ValueError as e: print(e)
try: str(10**5000)
except ValueError as e: print(e)
sys.set_int_max_str_digits(0)
print(len(str(10**5000)))
try: sys.set_int_max_str_digits(5)
except ValueError as e: print(e)
class A:
    def f(self): return 'A'

# expect: 4300
# expect: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: 5001
# expect: maxdigits must be 0 or larger than 640
