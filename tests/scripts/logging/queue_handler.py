"""Records through a queue to a thread of their own."""
import logging
import logging.handlers
import queue
import sys

records = queue.Queue()
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)s:%(message)s"))
listener = logging.handlers.QueueListener(records, handler)
logger = logging.getLogger("queued")
logger.setLevel(logging.INFO)
logger.addHandler(logging.handlers.QueueHandler(records))
listener.start()
for i in range(3):
    logger.info("number %d", i)
listener.stop()
print(records.empty())

# expect: INFO:number 0
# expect: INFO:number 1
# expect: INFO:number 2
# expect: True
