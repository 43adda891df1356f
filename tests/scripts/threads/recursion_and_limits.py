import threading, sys
def rec(n): return 0 if n == 0 else 1 + rec(n - 1)
res = {}
def go(n):
    try: res[n] = rec(n)
    except RecursionError as e: res[n] = str(e)
for n in (100, 900, 5000):
    t = threading.Thread(target=go, args=(n,)); t.start(); t.join()
print(res, sys.getrecursionlimit())
sys.setrecursionlimit(3000); t = threading.Thread(target=go, args=(2500,)); t.start(); t.join(); print(res[2500])
threading.stack_size(256 * 1024); print(threading.stack_size())
try: threading.stack_size(100)
except ValueError as e: print(e)
print(sys.getswitchinterval()); sys.setswitchinterval(1e-4); print(sys.getswitchinterval())
for bad in (0, -1, 'x'):
    try: sys.setswitchinterval(bad)
    except Exception as e: print(type(e).__name__, e)

# expect: {100: 100, 900: 900, 5000: 'maximum recursion depth exceeded'} 1000
# expect: 2500
# expect: 262144
# expect: size not valid: 100 bytes
# expect: 0.005
# expect: 9.999999999999999e-05
# expect: ValueError switch interval must be strictly positive
# expect: ValueError switch interval must be strictly positive
# expect: TypeError must be real number, not str
