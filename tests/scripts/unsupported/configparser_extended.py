# not-cpython
import configparser
import shlex

for use in (configparser.ExtendedInterpolation, lambda: shlex.split("a", posix=False)):
    try:
        use()
    except NotImplementedError as e:
        print(e)

# expect: configparser.ExtendedInterpolation is not supported here
# expect: shlex.split(posix=False) is not supported here
