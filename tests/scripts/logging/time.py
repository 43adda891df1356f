"""asctime with a fixed record."""
import logging
import time

record = logging.makeLogRecord({"created": 86400.25, "msecs": 250.0, "msg": "m", "levelname": "INFO"})
formatter = logging.Formatter("%(asctime)s %(message)s")
formatter.converter = time.gmtime
print(formatter.format(record))
formatter = logging.Formatter("%(asctime)s %(message)s", datefmt="%H:%M:%S")
formatter.converter = time.gmtime
print(formatter.format(record))

# expect: 1970-01-02 00:00:00,250 m
# expect: 00:00:00 m
