import threading
errors, lock = [], threading.Lock()
def job(n):
    try:
        if n % 2: raise ValueError(f'odd {n}')
        if n > 3: raise KeyError(n)
    except Exception as e:
        with lock: errors.append(e)
ts = [threading.Thread(target=job, args=(n,)) for n in range(6)]
for t in ts: t.start(); t.join()
try:
    if errors: raise ExceptionGroup('jobs failed', errors)
except* ValueError as g: print('values', [str(e) for e in g.exceptions])
except* KeyError as g: print('keys', g.exceptions)

# expect: values ['odd 1', 'odd 3', 'odd 5']
# expect: keys (KeyError(4),)
