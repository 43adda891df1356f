"""extra= adds attributes to a record."""
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(user)s: %(message)s")
logging.warning("hello", extra={"user": "ann"})
try:
    logging.warning("clash", extra={"message": "x"})
except KeyError as error:
    print(error)

# expect: ann: hello
# expect: "Attempt to overwrite 'message' in LogRecord"
