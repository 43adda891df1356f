"""basicConfig() does nothing the second time, unless forced; wrong arguments are refused."""
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="1 %(message)s")
logging.basicConfig(stream=sys.stdout, format="2 %(message)s")
logging.warning("a")
logging.basicConfig(stream=sys.stdout, format="3 %(message)s", force=True)
logging.warning("b")
for arguments in ({"unknown": 1}, {"style": "x"}, {"stream": sys.stdout, "handlers": []}):
    try:
        logging.basicConfig(force=True, **arguments)
    except ValueError as error:
        print(error)

# expect: 1 a
# expect: 3 b
# expect: Unrecognised argument(s): unknown
# expect: Style must be one of: %,{,$
# expect: 'stream' or 'filename' should not be specified together with 'handlers'
