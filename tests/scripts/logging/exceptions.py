"""exception() and exc_info add the traceback."""
import io
import logging

text = io.StringIO()
logging.basicConfig(stream=text, format="%(levelname)s %(message)s")
try:
    [].pop()
except IndexError as caught:
    logging.exception("oops")
    logging.warning("again", exc_info=caught)
    logging.error("no traceback")
logging.error("nothing handled", exc_info=True)
print(text.getvalue().replace(__file__, "FILE"), end="")

# expect: ERROR oops
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 8, in <module>
# expect:     [].pop()
# expect: IndexError: pop from empty list
# expect: WARNING again
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 8, in <module>
# expect:     [].pop()
# expect: IndexError: pop from empty list
# expect: ERROR no traceback
# expect: ERROR nothing handled
# expect: NoneType: None
