import logging, threading, sys, io
buf = io.StringIO()
def setup(name, fmt, style='%', stream=sys.stdout, level=logging.DEBUG):
    lg = logging.getLogger(name); lg.setLevel(level); lg.propagate = False
    h = logging.StreamHandler(stream); h.setFormatter(logging.Formatter(fmt, style=style)); lg.addHandler(h)
    return lg
a = setup('pct', '[%(levelname)-8s] (%(threadName)-10s) %(message)s %(lineno)d %(funcName)s')
b = setup('brace', '{levelname:>8}|{threadName:^12}|{message}|{name}|{module}', '{')
c = setup('dollar', '$levelname - ${threadName} - $message', '$')
def work(n):
    a.debug('start %d', n)
    b.warning('half %s', {'n': n})
    try: [][n]
    except IndexError: c.error('oops')
    a.error('done', exc_info=False)
for i in range(2):
    t = threading.Thread(target=work, args=(i,), name=f'W-{i}'); t.start(); t.join()
a.log(logging.CRITICAL, 'x=%s y=%05.1f %%', 'q', 2.5)
a.info('no args %d')
print(logging.getLevelName(30), logging.getLevelName('ERROR'), logging.getLevelName(33), a, logging.getLogger('pct') is a)
logging.addLevelName(25, 'NOTICE'); a.log(25, 'noted')
print(a.isEnabledFor(5), a.getEffectiveLevel(), a.hasHandlers(), a.handlers[0].formatter._fmt)
f = logging.Formatter(); r = logging.LogRecord('n', 20, 'p.py', 3, 'm %s', ('z',), None); print(f.format(r), r.getMessage(), r)
try: logging.Formatter('{x', style='{')
except ValueError as e: print(e)
try: logging.Formatter('%(x)z')
except ValueError as e: print(e)
try: a.setLevel('LOUD')
except ValueError as e: print(e)

# expect: [DEBUG   ] (W-0       ) start 0 11 work
# expect:  WARNING|    W-0     |half {'n': 0}|brace|three_styles
# expect: ERROR - W-0 - oops
# expect: [ERROR   ] (W-0       ) done 15 work
# expect: [DEBUG   ] (W-1       ) start 1 11 work
# expect:  WARNING|    W-1     |half {'n': 1}|brace|three_styles
# expect: ERROR - W-1 - oops
# expect: [ERROR   ] (W-1       ) done 15 work
# expect: [CRITICAL] (MainThread) x=q y=002.5 % 18 <module>
# expect: [INFO    ] (MainThread) no args %d 19 <module>
# expect: WARNING 40 Level 33 <Logger pct (DEBUG)> True
# expect: [NOTICE  ] (MainThread) noted 21 <module>
# expect: False 10 True [%(levelname)-8s] (%(threadName)-10s) %(message)s %(lineno)d %(funcName)s
# expect: m z m z <LogRecord: n, 20, p.py, 3, "m %s">
# expect: invalid format: expected '}' before end of string
# expect: Invalid format '%(x)z' for '%' style
# expect: Unknown level: 'LOUD'
# not-under: browser
