"""Levels, their names, and getLogger's defaults."""
import logging

print(logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL)
print([logging.getLevelName(n) for n in (10, 15, 20, 50, "INFO", "NONE")])
logging.addLevelName(15, "NOTE")
print(logging.getLevelName(15), logging.getLevelName("NOTE"))
logger = logging.getLogger("a")
print(logger.level, logger.getEffectiveLevel(), logger.isEnabledFor(logging.INFO))
logger.setLevel("DEBUG")
print(logger, logging.getLogger("a.b"))
try:
    logger.setLevel("LOUD")
except ValueError as error:
    print(error)

# expect: 10 20 30 40 50
# expect: ['DEBUG', 'Level 15', 'INFO', 'CRITICAL', 20, 'Level NONE']
# expect: NOTE 15
# expect: 0 30 False
# expect: <Logger a (DEBUG)> <Logger a.b (DEBUG)>
# expect: Unknown level: 'LOUD'
