import logging, threading, sys
class ThreadFilter(logging.Filter):
    def __init__(self, name): super().__init__(); self.t = name
    def filter(self, rec): rec.user = 'u-' + rec.threadName; return rec.threadName == self.t
class ListHandler(logging.Handler):
    def __init__(self): super().__init__(); self.recs = []
    def emit(self, r): self.recs.append(self.format(r))
lh = ListHandler(); lh.setFormatter(logging.Formatter('%(user)s|%(message)s|%(levelno)s|%(processName)s|%(relativeCreated)d' [:-20] )); lh.addFilter(ThreadFilter('A'))
log = logging.getLogger('x'); log.addHandler(lh); log.setLevel(logging.INFO)
def w(): log.info('hi %(a)s', {'a': 1}); log.debug('no')
for n in 'AB':
    t = threading.Thread(target=w, name=n); t.start(); t.join()
print(lh.recs)
ad = logging.LoggerAdapter(log, {'req': 7}); ad.warning('adapted'); print(ad.extra)
class Ctx(logging.LoggerAdapter):
    def process(self, msg, kw): return f'[{self.extra["id"]}] {msg}', kw
log.removeHandler(lh); h = logging.StreamHandler(sys.stdout); log.addHandler(h); Ctx(log, {'id': 'abc'}).info('processed')
class Color(logging.Formatter):
    C = {'INFO': '\033[32m', 'ERROR': '\033[31m'}
    def format(self, r): return f"{self.C.get(r.levelname, '')}{super().format(r)}\033[0m"
h.setFormatter(Color('%(levelname).1s %(message)s')); log.info('green'); log.error('red')
logging.disable(logging.CRITICAL); log.error('gone'); logging.disable(logging.NOTSET); log.error('back')
h.setLevel(50); log.error('below handler'); print(h, log.handlers, log.parent, log.manager.disable)
log.warn('old style')

# expect: ['u-A|hi 1|20|MainProcess']
# expect: {'req': 7}
# expect: [abc] processed
# expect: [32mI green[0m
# expect: [31mE red[0m
# expect: [31mE back[0m
# expect: <StreamHandler <stdout> (CRITICAL)> [<StreamHandler <stdout> (CRITICAL)>] <RootLogger root (WARNING)> 0
# expect-stderr:   log\.warn\('old style'\)
