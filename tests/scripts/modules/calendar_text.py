import calendar

print(calendar.month(2024, 2))
print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(2000, 2024))
print(calendar.monthrange(2023, 2), calendar.weekday(2024, 7, 4), calendar.day_name[3], calendar.month_abbr[5])
print(calendar.monthcalendar(2023, 1))
text = calendar.TextCalendar(calendar.SUNDAY)
print(text.formatmonth(2023, 10))
print(calendar.calendar(2023)[:400])
print(calendar.timegm((2020, 1, 2, 3, 4, 5)), len(list(calendar.Calendar().itermonthdates(2024, 2))))
try:
    calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as e:
    print(e)

# expect:    February 2024
# expect: Mo Tu We Th Fr Sa Su
# expect:           1  2  3  4
# expect:  5  6  7  8  9 10 11
# expect: 12 13 14 15 16 17 18
# expect: 19 20 21 22 23 24 25
# expect: 26 27 28 29
# expect:
# expect: True False 6
# expect: (2, 28) 3 Thursday May
# expect: [[0, 0, 0, 0, 0, 0, 1], [2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14, 15], [16, 17, 18, 19, 20, 21, 22], [23, 24, 25, 26, 27, 28, 29], [30, 31, 0, 0, 0, 0, 0]]
# expect:     October 2023
# expect: Su Mo Tu We Th Fr Sa
# expect:  1  2  3  4  5  6  7
# expect:  8  9 10 11 12 13 14
# expect: 15 16 17 18 19 20 21
# expect: 22 23 24 25 26 27 28
# expect: 29 30 31
# expect:
# expect:                                   2023
# expect:
# expect:       January                   February                   March
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:                    1             1  2  3  4  5             1  2  3  4  5
# expect:  2  3  4  5  6  7  8       6  7  8  9 10 11 12       6  7  8  9 10 11 12
# expect:  9 10 11 12 13 14 15      13 14 15 16 17 18 19      13 14 15 16 17 18 19
# expect: 16
# expect: 1577934245 35
# expect: bad month number 13; must be 1-12
