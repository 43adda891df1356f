"""Warnings as messages."""
import logging
import sys
import warnings

logging.basicConfig(stream=sys.stdout, format="%(name)s %(levelname)s")
logging.captureWarnings(True)
warnings.warn("look out")
logging.captureWarnings(False)
print(logging.getLogger("py.warnings").handlers)

# expect: py.warnings WARNING
# expect: [<NullHandler (NOTSET)>]
