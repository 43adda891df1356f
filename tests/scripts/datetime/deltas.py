from datetime import timedelta
t = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(-t))
print(timedelta(hours=25), timedelta(seconds=-1), repr(timedelta(seconds=-1)), timedelta(0), repr(timedelta()), timedelta(weeks=2), timedelta(days=1.5), timedelta(seconds=0.1))
print(t * 2, t / 2, t // 2, t / timedelta(hours=1), t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(hours=5)), 0.5 * t, t / 1.5)
print(t > timedelta(1), t == timedelta(1), sorted([t, timedelta(0)])[0], sum([t, t], timedelta()), bool(timedelta(0)), timedelta.max, {timedelta(1): 2}[timedelta(hours=24)])
for f in (lambda: t / 0,):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# expect: 1 day, 2:03:04.005006 datetime.timedelta(days=1, seconds=7384, microseconds=5006) 1 7384 5006 93784.005006 -2 days, 21:56:55.994994 1 day, 2:03:04.005006
# expect: 1 day, 1:00:00 -1 day, 23:59:59 datetime.timedelta(days=-1, seconds=86399) 0:00:00 datetime.timedelta(0) 14 days, 0:00:00 1 day, 12:00:00 0:00:00.100000
# expect: 2 days, 4:06:08.010012 13:01:32.002503 13:01:32.002503 26.051112501666665 26 0:03:04.005006 (5, datetime.timedelta(seconds=3784, microseconds=5006)) 13:01:32.002503 17:22:02.670004
# expect: True False 0:00:00 2 days, 4:06:08.010012 False 999999999 days, 23:59:59.999999 2
# expect: ZeroDivisionError integer division or modulo by zero
