# Clocks go forward; calendar functions.
import time

a, b = time.monotonic(), time.monotonic()
print(a <= b, time.perf_counter_ns() <= time.perf_counter_ns())
# expect: True True
print(1_700_000_000 < time.time() < 1e10, abs(time.time_ns() / 1e9 - time.time()) < 1)
# expect: True True
print(type(time.time()), type(time.time_ns()))
# expect: <class 'float'> <class 'int'>
print(0 <= time.process_time(), 0 <= time.thread_time())
# expect: True True
t = time.gmtime(86400 * 365)
print(t)
# expect: time.struct_time(tm_year=1971, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=4, tm_yday=1, tm_isdst=0)
print(t.tm_year, t[1], len(t), tuple(t)[:3])
# expect: 1971 1 9 (1971, 1, 1)
print(time.asctime(t))
# expect: Fri Jan  1 00:00:00 1971
print(time.strftime("%Y-%m-%d %H:%M:%S|%%|", t))
# expect: 1971-01-01 00:00:00|%|
print(time.strftime("", t) == "", len(time.strftime("%Y")))
# expect: True 4
print(time.mktime(time.localtime(1e9)))
# expect: 1000000000.0
try:
    time.strftime("%Y", (1, 2))
except TypeError as error:
    print(error)
    # expect: strftime(): illegal time tuple argument
