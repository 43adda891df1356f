"""A handler of one's own, and levels of handlers."""
import logging


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


handler = ListHandler()
logger = logging.getLogger("own")
logger.setLevel(logging.DEBUG)
logger.addHandler(handler)
logger.addHandler(handler)
logger.propagate = False
for level in (logging.INFO, logging.WARNING, logging.ERROR):
    logger.log(level, "level %d", level)
print(handler.lines, handler)
logger.removeHandler(handler)
print(logger.handlers)

# expect: ['level 30', 'level 40'] <ListHandler (WARNING)>
# expect: []
