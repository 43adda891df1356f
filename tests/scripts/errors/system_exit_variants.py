import sys, threading
for arg in [(), (0,), (3,), ("text",), (None,), (True,), ((1, 2),), (2.5,)]:
    try: sys.exit(*arg)
    except SystemExit as e: print(arg, repr(e.code), e.args, repr(e))
try: sys.exit(1, 2)
except TypeError as e: print(e)
try: raise SystemExit
except SystemExit as e: print(e.code)
try: exit(5)
except SystemExit as e: print(e.code)
print(issubclass(SystemExit, Exception))
def quiet(): sys.exit("not shown in a thread")
t = threading.Thread(target=quiet); t.start(); t.join()
try:
    try: sys.exit(9)
    except Exception: print("never")
    finally: print("finally")
except BaseException as e: print(type(e).__name__)
raise SystemExit(7)

# expect: () None () SystemExit()
# expect: (0,) 0 (0,) SystemExit(0)
# expect: (3,) 3 (3,) SystemExit(3)
# expect: ('text',) 'text' ('text',) SystemExit('text')
# expect: (None,) None () SystemExit()
# expect: (True,) True (True,) SystemExit(True)
# expect: ((1, 2),) (1, 2) (1, 2) SystemExit(1, 2)
# expect: (2.5,) 2.5 (2.5,) SystemExit(2.5)
# expect: exit expected at most 1 argument, got 2
# expect: None
# expect: 5
# expect: False
# expect: finally
# expect: SystemExit
# expect-exit: 7
