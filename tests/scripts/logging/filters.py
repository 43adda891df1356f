"""Filters on loggers and handlers; they may change records."""
import logging
import sys


class Shout(logging.Filter):
    def filter(self, record):
        record.msg = record.msg.upper()
        return "secret" not in record.msg.lower()


logging.basicConfig(stream=sys.stdout, format="%(name)s %(message)s", level=logging.INFO)
logger = logging.getLogger("f")
logger.addFilter(Shout())
logger.info("loud")
logger.info("a secret")
logging.getLogger().handlers[0].addFilter(logging.Filter("f.g"))
logging.getLogger("f.g.h").info("passes")
logging.getLogger("f.x").info("does not")
logger.addFilter(lambda record: False)
logger.info("nothing")

# expect: f LOUD
# expect: f.g.h passes
