"""stack_info= and stacklevel=."""
import io
import logging

text = io.StringIO()
logging.basicConfig(stream=text, format="%(funcName)s %(message)s")


def helper():
    logging.warning("where", stacklevel=2)
    logging.warning("here", stack_info=True)


def caller():
    helper()


caller()
print(text.getvalue().replace(__file__, "FILE"), end="")

# expect: caller where
# expect: helper here
# expect: Stack (most recent call last):
# expect:   File "FILE", line 18, in <module>
# expect:     caller()
# expect:   File "FILE", line 15, in caller
# expect:     helper()
# expect:   File "FILE", line 11, in helper
# expect:     logging.warning("here", stack_info=True)
