# The switch interval can be read and set.
import sys


def attempt(f, *args):
    try:
        print(f(*args))
    except BaseException as error:
        print(type(error).__name__, error)


print(sys.getswitchinterval())
# expect: 0.005
sys.setswitchinterval(0.0005)
print(sys.getswitchinterval())
# expect: 0.0005
attempt(sys.setswitchinterval, 0)
# expect: ValueError switch interval must be strictly positive
attempt(sys.setswitchinterval, -1)
# expect: ValueError switch interval must be strictly positive
attempt(sys.setswitchinterval, "x")
# expect: TypeError must be real number, not str
