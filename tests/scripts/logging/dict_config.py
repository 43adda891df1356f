import logging, logging.config, sys, threading
logging.config.dictConfig({'version': 1, 'formatters': {'f': {'format': '%(name)s:%(levelname)s:%(threadName)s:%(message)s'}},
  'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', 'stream': 'ext://sys.stdout'}},
  'root': {'level': 'DEBUG', 'handlers': ['h']}, 'loggers': {'quiet': {'level': 'ERROR'}}})
def w(): logging.getLogger(__name__).info('x'); logging.getLogger('quiet.sub').warning('no'); logging.getLogger('quiet').error('yes')
t = threading.Thread(target=w, name='T'); t.start(); t.join()

# expect: __main__:INFO:T:x
# expect: quiet:ERROR:T:yes
