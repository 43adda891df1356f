import logging, logging.handlers, queue, threading
q = queue.Queue(-1)
qh = logging.handlers.QueueHandler(q)
handler = logging.StreamHandler(__import__('sys').stdout)
handler.setFormatter(logging.Formatter('%(threadName)s: %(levelname)s: %(message)s'))
listener = logging.handlers.QueueListener(q, handler, respect_handler_level=True)
root = logging.getLogger(); root.addHandler(qh); root.setLevel('INFO')
listener.start()
def w(i):
    logging.info('working %d', i)
    try: 1 / 0
    except ZeroDivisionError: logging.error('bad')
for i in range(2):
    t = threading.Thread(target=w, args=(i,), name=f'T{i}'); t.start(); t.join()
root.warning('Look out!'); root.debug('hidden')
listener.stop()
print(q.empty(), [t.name for t in threading.enumerate()], q.qsize(), root.handlers == [qh])

# expect: T0: INFO: working 0
# expect: T0: ERROR: bad
# expect: T1: INFO: working 1
# expect: T1: ERROR: bad
# expect: MainThread: WARNING: Look out!
# expect: True ['MainThread'] 0 True
