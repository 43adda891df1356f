"""A function that fails at the end is reported; the others run."""
import atexit

atexit.register(print, "still runs")
atexit.register(lambda: 1 / 0)
print("main")
# expect-stderr: Exception ignored in atexit callback: <function <lambda> at 0x[0-9a-f]+>\nTraceback[\s\S]*ZeroDivisionError: division by zero

# expect: main
# expect: still runs
