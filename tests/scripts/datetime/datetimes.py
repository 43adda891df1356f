from datetime import datetime, timedelta, timezone, date, time
d = datetime(2024, 5, 17, 13, 4, 5, 678)
print(d, repr(d), d.isoformat(), d.isoformat(" ", "minutes"), d.isoformat(timespec="milliseconds"), d.date(), d.time(), d.replace(microsecond=0))
print(d.strftime("%Y-%m-%d %H:%M:%S.%f %I:%M %p %y %c | %x %X %%"), f"{d:%H:%M}", d.ctime(), d.timetuple()[:9])
print(d + timedelta(days=30, hours=12), d - datetime(2024, 1, 1), d - timedelta(weeks=1), d > datetime(2024, 1, 1), d == datetime(2024, 5, 17, 13, 4, 5, 678), d.weekday())
for s in ("2024-05-17", "2024-05-17T13:04:05", "2024-05-17 13:04:05.123", "2024-05-17T13:04:05.123456+02:00", "2024-05-17T13:04Z", "20240517T130405", "bad", "2024-13-01"):
    try:
        print(repr(datetime.fromisoformat(s)))
    except ValueError as e:
        print(e)
u = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
z = timezone(timedelta(hours=-5), "EST")
print(u, repr(u), u.astimezone(z), u.astimezone(z).tzname(), u.timestamp(), u.strftime("%z %Z"), u == u.astimezone(z), datetime.fromtimestamp(86400.5, timezone.utc), timezone(timedelta(hours=5, minutes=30)), repr(z))
print(datetime.utcfromtimestamp(0), datetime.combine(date(2020, 1, 2), time(3, 4)), datetime.min, datetime.max, u.utcoffset(), time(1, 2, 3), repr(time(1, 2)), time(1, 2, 3, 4).isoformat(), time.fromisoformat("04:05:06"), time(5) < time(6), time(12, 30).strftime("%I:%M %p"))
for f in (lambda: d - u, lambda: d < u, lambda: datetime(2024, 1, 1, 25), lambda: time(24)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(d == u, isinstance(d, date), type(d - d), sorted([u, u - timedelta(1)])[0], datetime(2024, 2, 29) - timedelta(365), hash(u) == hash(u.astimezone(z)))

# expect: 2024-05-17 13:04:05.000678 datetime.datetime(2024, 5, 17, 13, 4, 5, 678) 2024-05-17T13:04:05.000678 2024-05-17 13:04 2024-05-17T13:04:05.000 2024-05-17 13:04:05.000678 2024-05-17 13:04:05
# expect: 2024-05-17 13:04:05.000678 01:04 PM 24 Fri May 17 13:04:05 2024 | 05/17/24 13:04:05 % 13:04 Fri May 17 13:04:05 2024 (2024, 5, 17, 13, 4, 5, 4, 138, -1)
# expect: 2024-06-17 01:04:05.000678 137 days, 13:04:05.000678 2024-05-10 13:04:05.000678 True True 4
# expect: datetime.datetime(2024, 5, 17, 0, 0)
# expect: datetime.datetime(2024, 5, 17, 13, 4, 5)
# expect: datetime.datetime(2024, 5, 17, 13, 4, 5, 123000)
# expect: datetime.datetime(2024, 5, 17, 13, 4, 5, 123456, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# expect: datetime.datetime(2024, 5, 17, 13, 4, tzinfo=datetime.timezone.utc)
# expect: datetime.datetime(2024, 5, 17, 13, 4, 5)
# expect: Invalid isoformat string: 'bad'
# expect: month must be in 1..12
# expect: 2024-01-01 12:00:00+00:00 datetime.datetime(2024, 1, 1, 12, 0, tzinfo=datetime.timezone.utc) 2024-01-01 07:00:00-05:00 EST 1704110400.0 +0000 UTC True 1970-01-02 00:00:00.500000+00:00 UTC+05:30 datetime.timezone(datetime.timedelta(days=-1, seconds=68400), 'EST')
# expect: 1970-01-01 00:00:00 2020-01-02 03:04:00 0001-01-01 00:00:00 9999-12-31 23:59:59.999999 0:00:00 01:02:03 datetime.time(1, 2) 01:02:03.000004 04:05:06 True 12:30 PM
# expect: TypeError can't subtract offset-naive and offset-aware datetimes
# expect: TypeError can't compare offset-naive and offset-aware datetimes
# expect: ValueError hour must be in 0..23
# expect: ValueError hour must be in 0..23
# expect: False True <class 'datetime.timedelta'> 2023-12-31 12:00:00+00:00 2023-03-01 00:00:00 True
