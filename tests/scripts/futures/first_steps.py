from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, TimeoutError, CancelledError, Future
import time
def fetch(url, delay):
    time.sleep(delay)
    if 'bad' in url: raise ConnectionError(f'cannot reach {url}')
    return len(url)
urls = {'http://a.example': .05, 'http://bad.example': .1, 'http://ccc.example': .15}
with ThreadPoolExecutor(max_workers=5) as executor:
    future_to_url = {executor.submit(fetch, u, d): u for u, d in urls.items()}
    for future in as_completed(future_to_url):
        url = future_to_url[future]
        try:
            data = future.result()
        except Exception as exc:
            print('%r generated an exception: %s' % (url, exc))
        else:
            print('%r page is %d bytes' % (url, data))
with ThreadPoolExecutor() as ex:
    fs = [ex.submit(time.sleep, d) for d in (.01, .8)]
    done, not_done = wait(fs, return_when=FIRST_COMPLETED)
    print(len(done), len(not_done))
    r = wait(fs)
    print(len(r.done), r.not_done, type(r).__name__)
    print(list(ex.map(pow, [2, 3], [5, 2])))
with ThreadPoolExecutor(1) as ex:
    a = ex.submit(time.sleep, .8)
    time.sleep(.2); b = ex.submit(pow, 2, 3)
    print(b.cancel(), b.cancelled(), b.done(), a.cancel())
    try: b.result()
    except CancelledError as e: print('CancelledError', repr(e))
    try: a.result(timeout=0.01)
    except TimeoutError as e: print(repr(e), TimeoutError is __import__('builtins').TimeoutError)
f = Future()
print(f.running(), str(f)[:8], str(f).split()[-1])
f.add_done_callback(lambda f: print('cb', f.result()))
f.set_result(42)
f.add_done_callback(lambda f: print('late cb', f.result()))
print(f.done(), f.exception(), str(f).split(' ', 3)[3])
try: f.set_result(1)
except Exception as e: print(type(e).__name__, str(e)[:10], str(e).split('state=')[-1])

# expect: 'http://a.example' page is 16 bytes
# expect: 'http://bad.example' generated an exception: cannot reach http://bad.example
# expect: 'http://ccc.example' page is 18 bytes
# expect: 1 1
# expect: 2 set() DoneAndNotDoneFutures
# expect: [32, 9]
# expect: True True True False
# expect: CancelledError CancelledError()
# expect: TimeoutError() True
# expect: False <Future  state=pending>
# expect: cb 42
# expect: late cb 42
# expect: True None state=finished returned int>
# expect: InvalidStateError FINISHED:  finished returned int>
