"""Repeated places are counted."""
import traceback


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError:
    lines = traceback.format_exc().splitlines()
    print(lines[0], lines[-1], sep="\n")
    print(sum("in forever" in line for line in lines), any("Previous line repeated" in line for line in lines))

# expect: Traceback (most recent call last):
# expect: RecursionError: maximum recursion depth exceeded
# expect: 3 True
