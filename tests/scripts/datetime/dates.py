from datetime import date, timedelta, datetime
d = date(2024, 2, 28)
print(d, repr(d), d + timedelta(days=2), d - date(2023, 12, 31), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal())
print(d.strftime("%d/%m/%y %A %B %j %U %W %a %b"), d.replace(day=1), date.fromisoformat("2020-12-31"), date.fromordinal(730000), f"{d:%Y}")
print(d < date(2024, 3, 1), d == date(2024, 2, 28), max(d, date(2025, 1, 1)), date.min, date.max, hash(d) == hash(date(2024, 2, 28)))
for f in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: date(0, 1, 1), lambda: date.fromisoformat("x"), lambda: date(2020, 1), lambda: date(2020, 1.5, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print([date(y, 12, 31).isocalendar()[1] for y in range(2018, 2026)], d.timetuple()[:8], d.ctime())

# expect: 2024-02-28 datetime.date(2024, 2, 28) 2024-03-01 59 days, 0:00:00 2 3 datetime.IsoCalendarDate(year=2024, week=9, weekday=3) 738944
# expect: 28/02/24 Wednesday February 059 08 09 Wed Feb 2024-02-01 2020-12-31 1999-09-03 2024
# expect: True True 2025-01-01 0001-01-01 9999-12-31 True
# expect: ValueError day is out of range for month
# expect: ValueError month must be in 1..12
# expect: ValueError year 0 is out of range
# expect: ValueError Invalid isoformat string: 'x'
# expect: TypeError function missing required argument 'day' (pos 3)
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: [1, 1, 53, 52, 52, 52, 1, 1] (2024, 2, 28, 0, 0, 0, 2, 59) Wed Feb 28 00:00:00 2024
