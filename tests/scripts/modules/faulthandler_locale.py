import faulthandler
import locale

print(faulthandler.is_enabled())
faulthandler.enable()
print(faulthandler.is_enabled())
faulthandler.disable()
print(locale.setlocale(locale.LC_ALL, "C"), locale.localeconv()["decimal_point"], locale.format_string("%.2f", 3.14159))
try:
    locale.setlocale(locale.LC_ALL, "xx_YY")
except locale.Error as e:
    print(e)

# expect: False
# expect: True
# expect: C . 3.14
# expect: unsupported locale setting
