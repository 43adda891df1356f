"""LogRecord and its factory."""
import logging

record = logging.LogRecord("n", logging.ERROR, "/a/b/file.py", 12, "%(x)s!", ({"x": 5},), None, func="f")
print(record.getMessage(), record.filename, record.module, record.lineno, record.levelname, record.processName)
print(record)
old = logging.getLogRecordFactory()


def factory(*args, **kwargs):
    made = old(*args, **kwargs)
    made.custom = 99
    return made


logging.setLogRecordFactory(factory)
print(logging.makeLogRecord({}).custom)

# expect: 5! file.py file 12 ERROR MainProcess
# expect: <LogRecord: n, 40, /a/b/file.py, 12, "%(x)s!">
# expect: 99
