"""basicConfig() without arguments: warnings and above, on stderr."""
import logging

logging.debug("not shown")
logging.info("not shown")
logging.warning("shown %d", 1)
logging.error("shown too")
print(len(logging.getLogger().handlers))
# expect-stderr: WARNING:root:shown 1\nERROR:root:shown too

# expect: 1
