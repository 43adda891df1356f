import sys


def caller(a):
    b = a * 2
    return called()


def called():
    here = sys._getframe()
    inside = 1
    return here.f_code.co_name, here.f_back.f_locals, here.f_back.f_lineno


print(caller(4))

# expect: ('called', {'a': 4, 'b': 8}, 6)
