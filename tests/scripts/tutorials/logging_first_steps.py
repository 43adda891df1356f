import logging, threading, time
def thread_function(name):
    logging.info("Thread %s: starting", name)
    time.sleep(0.2)
    logging.info("Thread %s: finishing", name)
if __name__ == "__main__":
    format = "%(levelname)s: %(threadName)s %(message)s"
    logging.basicConfig(format=format, level=logging.INFO, datefmt="%H:%M:%S")
    logging.info("Main    : before creating thread")
    x = threading.Thread(target=thread_function, args=(1,))
    logging.info("Main    : before running thread")
    x.start(); time.sleep(.02)
    x.join()
    logging.info("Main    : all done")
    try:
        {}['a']
    except KeyError:
        logging.exception('failed %r', {'a': 1})
    logging.getLogger('a.b').warning('child %s %s', 1, 'x')
    logging.debug('no')
    logging.log(35, 'custom level')
    logging.critical('%(k)s', {'k': 'named'})

# expect-stderr: KeyError: 'a'
