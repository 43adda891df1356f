"""assertRaises and its like."""
import unittest
import warnings


class Case(unittest.TestCase):
    def runTest(self):
        pass


case = Case()
with case.assertRaises(ZeroDivisionError) as caught:
    1 / 0
print(repr(caught.exception))
case.assertRaises(ValueError, int, "x")
for attempt in (lambda: case.assertRaises(ValueError, int, "1"),):
    try:
        attempt()
    except AssertionError as error:
        print(error)
try:
    with case.assertRaises((KeyError, IndexError)):
        pass
except AssertionError as error:
    print(error)
try:
    with case.assertRaises(KeyError):
        raise OSError("other")
except OSError as error:
    print(error)
with case.assertWarns(UserWarning):
    warnings.warn("look")
with case.assertLogs("x", "INFO") as logs:
    import logging
    logging.getLogger("x").info("hello")
print(logs.output)

# expect: ZeroDivisionError('division by zero')
# expect: ValueError not raised by int
# expect: (<class 'KeyError'>, <class 'IndexError'>) not raised
# expect: other
# expect: ['INFO:x:hello']
