"""A handler that remembers records as dicts, for tests of logging. Not part of the product."""

import logging.handlers


class TestHandler(logging.handlers.BufferingHandler):
    def __init__(self, matcher):
        logging.handlers.BufferingHandler.__init__(self, 0)
        self.matcher = matcher

    def shouldFlush(self, record):
        return False

    def emit(self, record):
        self.format(record)
        self.buffer.append(record.__dict__)

    def matches(self, **wanted):
        return any(all(record.get(key) == value for key, value in wanted.items()) for record in self.buffer)
