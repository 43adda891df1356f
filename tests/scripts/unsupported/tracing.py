# not-cpython
import threading

for use in (lambda: threading.settrace(print), lambda: threading.setprofile(print)):
    try:
        use()
    except NotImplementedError as e:
        print(e)

# expect: threading.settrace() is not supported here
# expect: threading.setprofile() is not supported here
