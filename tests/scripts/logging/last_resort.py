"""Without any handler, warnings go to stderr as they are."""
import logging

logger = logging.getLogger("lonely")
logger.info("not shown")
logger.warning("only the message")
print(logger.hasHandlers())
# expect-stderr: ^only the message$

# expect: False
