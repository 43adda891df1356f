"""MemoryHandler keeps records until one is grave."""
import logging
import logging.handlers
import sys

target = logging.StreamHandler(sys.stdout)
memory = logging.handlers.MemoryHandler(10, target=target)
logger = logging.getLogger("m")
logger.setLevel(logging.DEBUG)
logger.addHandler(memory)
logger.debug("first")
logger.info("second")
print("nothing yet")
logger.error("now")
logger.info("kept till the end")
memory.close()

# expect: nothing yet
# expect: first
# expect: second
# expect: now
# expect: kept till the end
