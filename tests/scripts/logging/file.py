"""A log in a file."""
import logging
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "app.log")
logging.basicConfig(filename=path, filemode="w", level=logging.INFO, format="%(levelname)s %(message)s")
logging.info("into the file")
logging.debug("not this")
logging.shutdown()
with open(path) as file:
    print(file.read(), end="")

# expect: INFO into the file
