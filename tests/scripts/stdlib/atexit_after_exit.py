"""atexit after sys.exit() keeps the exit code."""
import atexit
import sys

atexit.register(print, "bye")
sys.exit(3)

# expect: bye
# expect-exit: 3
