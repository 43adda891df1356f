import logging, threading
def w():
    logging.warning('from %s', threading.current_thread().name)
    logging.info('nope')
    logging.getLogger('a').error('err')
t = threading.Thread(target=w, name='Z'); t.start(); t.join()
logging.basicConfig(level=logging.DEBUG); logging.basicConfig(level=logging.ERROR, force=True, format='%(message)s'); logging.warning('no'); logging.error('yes')
try: logging.basicConfig(foo=1)
except ValueError as e: print(e)
logging.error('%d things', 'x')
logging.error('a', 'b')
print('still')

# expect: still
# expect-stderr: TypeError: %d format: a real number is required, not str
# expect-stderr: TypeError: not all arguments converted during string formatting
