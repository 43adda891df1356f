"""Attributes of records in %-style formats."""
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG,
                    format="%(levelname)-8s|%(name)10s|%(lineno)03d|%(funcName)s|%(module)s|%(message)s")


def function():
    logging.getLogger("app").info("from %s", "inside")


logging.debug("at the top")
function()
logging.critical("%s is %.2f and %r", "pi", 3.14159, "quoted")

# expect: DEBUG   |      root|013|<module>|format_percent|at the top
# expect: INFO    |       app|010|function|format_percent|from inside
# expect: CRITICAL|      root|015|<module>|format_percent|pi is 3.14 and 'quoted'
# not-under: browser
