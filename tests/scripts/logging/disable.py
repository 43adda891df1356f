"""disable() and disabled loggers."""
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(message)s")
logger = logging.getLogger("x")
logging.disable(logging.WARNING)
logger.warning("off")
logger.error("on")
logging.disable(logging.NOTSET)
logger.warning("on again")
logger.disabled = True
logger.critical("off for good")

# expect: on
# expect: on again
