# not-cpython
import _thread
import faulthandler
import importlib
import tempfile
import weakref

for use in (tempfile.mkstemp, lambda: weakref.getweakrefs(print), lambda: importlib.reload(tempfile),
            lambda: faulthandler.dump_traceback_later(1), _thread.interrupt_main):
    try:
        use()
    except (OSError, NotImplementedError, ImportError, RuntimeError) as e:
        print(e)

# expect: tempfile.mkstemp() is not supported here: use NamedTemporaryFile()
# expect: weakref.getweakrefs() is not supported here
# expect: importlib.reload() is not supported here
# expect: faulthandler.dump_traceback_later() is not supported here
# expect: interrupt_main() is not supported: there are no signals here
