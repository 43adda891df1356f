import logging, sys, threading
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format='%(levelname)-8s %(name)s %(threadName)s: %(message)s')
log = logging.getLogger('app.worker')
def run():
    for level in ('debug', 'info', 'warning', 'error', 'critical'): getattr(log, level)('%s message', level)
    log.log(logging.INFO + 1, 'between %s', ['a', 'list'])
    log.info('percent 100%'); log.info('dict %(a)d', {'a': 5}); log.info({'not': 'text'}); log.info('tuple %s', (1, 2))
t = threading.Thread(target=run, name='Worker'); t.start(); t.join()
logging.getLogger('app').setLevel(logging.ERROR); log.warning('hidden'); log.error('shown'); print(log.getEffectiveLevel(), log.parent.name, log.name, log.level)

# expect: DEBUG    app.worker Worker: debug message
# expect: INFO     app.worker Worker: info message
# expect: WARNING  app.worker Worker: warning message
# expect: ERROR    app.worker Worker: error message
# expect: CRITICAL app.worker Worker: critical message
# expect: Level 21 app.worker Worker: between ['a', 'list']
# expect: INFO     app.worker Worker: percent 100%
# expect: INFO     app.worker Worker: dict 5
# expect: INFO     app.worker Worker: {'not': 'text'}
# expect: INFO     app.worker Worker: tuple (1, 2)
# expect: ERROR    app.worker MainThread: shown
# expect: 40 app app.worker 0
