"""A LoggerAdapter words every message."""
import logging
import sys


class Prefixed(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['connection']}] {msg}", kwargs


logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s", level=logging.INFO)
log = Prefixed(logging.getLogger("net"), {"connection": 7})
log.info("open %s", "now")
log.debug("quiet")
log.error("closed")
print(log)

# expect: INFO [7] open now
# expect: ERROR [7] closed
# expect: <Prefixed net (INFO)>
