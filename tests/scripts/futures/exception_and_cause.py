from concurrent.futures import ThreadPoolExecutor
import traceback, sys
def parse(s): return int(s)
with ThreadPoolExecutor(2) as ex:
    good, bad = ex.submit(parse, '12'), ex.submit(parse, 'twelve')
    for f in (good, bad):
        if e := f.exception(): print(type(e).__name__, e, [x.name for x in traceback.extract_tb(e.__traceback__)][-1])
        else: print(f.result())
    try: bad.result()
    except ValueError as e:
        try: raise RuntimeError('job failed') from e
        except RuntimeError as r: print(repr(r), repr(r.__cause__))
ThreadPoolExecutor(1).submit(parse, None).result()

# expect: 12
# expect: ValueError invalid literal for int() with base 10: 'twelve' parse
# expect: RuntimeError('job failed') ValueError("invalid literal for int() with base 10: 'twelve'")
# expect-stderr: TypeError: int\(\) argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect-exit: 1
