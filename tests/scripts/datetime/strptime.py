from datetime import datetime
for text, spec in [("2024-05-17 13:04:05", "%Y-%m-%d %H:%M:%S"), ("17/05/24", "%d/%m/%y"), ("May 3, 2024 1:05 PM", "%B %d, %Y %I:%M %p"), ("Fri Jan  5 2024", "%a %b %d %Y"), ("12:30:01.25", "%H:%M:%S.%f"), ("2024-01-01T00:00:00+0200", "%Y-%m-%dT%H:%M:%S%z"), ("2024 060", "%Y %j"), ("nope", "%Y"), ("2024 x", "%Y"), ("2024-02-30", "%Y-%m-%d"), ("1", "%Q")]:
    try:
        print(repr(datetime.strptime(text, spec)))
    except ValueError as e:
        print(e)

# expect: datetime.datetime(2024, 5, 17, 13, 4, 5)
# expect: datetime.datetime(2024, 5, 17, 0, 0)
# expect: datetime.datetime(2024, 5, 3, 13, 5)
# expect: datetime.datetime(2024, 1, 5, 0, 0)
# expect: datetime.datetime(1900, 1, 1, 12, 30, 1, 250000)
# expect: datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# expect: datetime.datetime(2024, 2, 29, 0, 0)
# expect: time data 'nope' does not match format '%Y'
# expect: unconverted data remains:  x
# expect: day is out of range for month
# expect: 'Q' is a bad directive in format '%Q'
