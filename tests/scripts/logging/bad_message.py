"""A message that does not fit its arguments is reported on stderr, and the program goes on."""
import logging

logging.warning("%d apples", "three")
print("goes on")
# expect-stderr: --- Logging error ---\nTraceback[\s\S]*TypeError: %d format: a real number is required, not str\nCall stack:[\s\S]*Message: '%d apples'\nArguments: \('three',\)

# expect: goes on
