"""struct_time from a sequence."""
import time

moment = time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0))
print(moment, moment.tm_year, moment[3], len(moment))
print(time.strftime("%d.%m.%Y %H:%M", moment), time.asctime(moment))
print(time.gmtime(0)[:6], time.strftime("%Y-%j", time.gmtime(86400 * 40)))
try:
    time.struct_time((1, 2))
except TypeError as error:
    print(error)

# expect: time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=4, tm_sec=5, tm_wday=1, tm_yday=2, tm_isdst=0) 2024 3 9
# expect: 02.01.2024 03:04 Tue Jan  2 03:04:05 2024
# expect: (1970, 1, 1, 0, 0, 0) 1970-041
# expect: time.struct_time() takes an at least 9-sequence (2-sequence given)
