"""%(threadName)s is the thread that logs."""
import logging
import sys
import threading

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="(%(threadName)-9s) %(message)s")


def worker():
    logging.debug("Starting")
    logging.debug("Exiting")


for name in ("alpha", "beta"):
    thread = threading.Thread(name=name, target=worker)
    thread.start()
    thread.join()
logging.info("main")

# expect: (alpha    ) Starting
# expect: (alpha    ) Exiting
# expect: (beta     ) Starting
# expect: (beta     ) Exiting
# expect: (MainThread) main
