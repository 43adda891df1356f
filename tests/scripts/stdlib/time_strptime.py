"""Times from text."""
import time

print(time.strptime("2024-02-29 13:14:15", "%Y-%m-%d %H:%M:%S"))
for text, form in (("30 Nov 00", "%d %b %y"), ("Sunday, March 03 2024 9:05 PM", "%A, %B %d %Y %I:%M %p"),
                   ("060", "%j"), ("Thu Jan  1 00:00:00 1970", "%c"), ("12/31/99", "%x")):
    print(tuple(time.strptime(text, form)))
for text, form in (("x", "%Y"), ("2024 more", "%Y"), ("2024-02-30", "%Y-%m-%d"), ("1", "%q"), ("1", "%")):
    try:
        time.strptime(text, form)
    except ValueError as error:
        print(error)

# expect: time.struct_time(tm_year=2024, tm_mon=2, tm_mday=29, tm_hour=13, tm_min=14, tm_sec=15, tm_wday=3, tm_yday=60, tm_isdst=-1)
# expect: (2000, 11, 30, 0, 0, 0, 3, 335, -1)
# expect: (2024, 3, 3, 21, 5, 0, 6, 63, -1)
# expect: (1900, 3, 1, 0, 0, 0, 3, 60, -1)
# expect: (1970, 1, 1, 0, 0, 0, 3, 1, -1)
# expect: (1999, 12, 31, 0, 0, 0, 4, 365, -1)
# expect: time data 'x' does not match format '%Y'
# expect: unconverted data remains:  more
# expect: day is out of range for month
# expect: 'q' is a bad directive in format '%q'
# expect: stray % in format '%'
