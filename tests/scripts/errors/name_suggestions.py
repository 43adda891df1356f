import math, sys
class Acc:
    def __init__(self): self.balance = 1; self._hidden = 2
    def deposit(self): pass
    @property
    def total(self): return 5
def t(f):
    import traceback
    try: f()
    except Exception as e:
        print(traceback.format_exception_only(type(e), e)[-1].strip())
counter = 1
def local():
    value = 1
    return valeu
def outer():
    number = 1
    def inner(): return numbr + number
    return inner()
a = Acc()
tests = [lambda: a.balence, lambda: a.depsit(), lambda: a.totl, lambda: a.hidden, lambda: a.zzzzz, lambda: conter, lambda: prnt(1), lambda: math.sqr(2), lambda: [].appnd(1), lambda: "".uper(), lambda: {}.item(), local, outer, lambda: Acc.depost, lambda: sys.exti, lambda: (1).bit_lenght(), lambda: improt, lambda: ValueErorr, lambda: a.BALANCE, lambda: a.b, lambda: Tru, lambda: self.x, lambda: time.time(), lambda: a.balance.reel]
for f in tests: t(f)

# expect: AttributeError: 'Acc' object has no attribute 'balence'
# expect: AttributeError: 'Acc' object has no attribute 'depsit'
# expect: AttributeError: 'Acc' object has no attribute 'totl'
# expect: AttributeError: 'Acc' object has no attribute 'hidden'
# expect: AttributeError: 'Acc' object has no attribute 'zzzzz'
# expect: NameError: name 'conter' is not defined
# expect: NameError: name 'prnt' is not defined
# expect: AttributeError: module 'math' has no attribute 'sqr'
# expect: AttributeError: 'list' object has no attribute 'appnd'
# expect: AttributeError: 'str' object has no attribute 'uper'
# expect: AttributeError: 'dict' object has no attribute 'item'
# expect: NameError: name 'valeu' is not defined
# expect: NameError: name 'numbr' is not defined
# expect: AttributeError: type object 'Acc' has no attribute 'depost'
# expect: AttributeError: module 'sys' has no attribute 'exti'
# expect: AttributeError: 'int' object has no attribute 'bit_lenght'
# expect: NameError: name 'improt' is not defined
# expect: NameError: name 'ValueErorr' is not defined
# expect: AttributeError: 'Acc' object has no attribute 'BALANCE'
# expect: AttributeError: 'Acc' object has no attribute 'b'
# expect: NameError: name 'Tru' is not defined
# expect: NameError: name 'self' is not defined
# expect: NameError: name 'time' is not defined
# expect: AttributeError: 'int' object has no attribute 'reel'
