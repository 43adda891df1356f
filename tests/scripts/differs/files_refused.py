# not-cpython
import os

for name, use in (("chdir", lambda: os.chdir("/tmp")), ("symlink", lambda: os.symlink("a", "b")), ("read", lambda: os.read(0, 1))):
    try:
        use()
    except OSError as e:
        print(name, "refused:", "not supported here" in str(e))

# expect: chdir refused: True
# expect: symlink refused: True
# expect: read refused: True
