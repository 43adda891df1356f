import sys
print(sys.float_info, sys.float_info.epsilon, sys.hash_info.width, sys.flags.optimize, sys.getdefaultencoding())
try: sys.nope
except AttributeError as e: print(e)
print(hasattr(sys, 'gettotalrefcount'), getattr(sys, 'ps1', 'none'), sys.gettrace(), sys.thread_info.name)
from collections import UserList, UserString, UserDict
class L(UserList):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(2); l += [7]; print(l, l[1:], type(l[1:]).__name__, 4 in l, l == [1, 4, 7], len(l), sorted(l, reverse=True), l + [9], l.index(7))
u = UserString('abc'); print(u.upper(), u + 'd', u[1], len(u), u == 'abc', type(u.upper()).__name__, u.find('c'), 'x' + u, u * 2, isinstance(u, str), '%s!' % u)

# expect: sys.float_info(max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1) 2.220446049250313e-16 64 0 utf-8
# expect: module 'sys' has no attribute 'nope'
# expect: False none None pthread
# expect: [1, 4, 7] [4, 7] L True True 3 [7, 4, 1] [1, 4, 7, 9] 2
# expect: ABC abcd b 3 True UserString 2 xabc abcabc False abc!
