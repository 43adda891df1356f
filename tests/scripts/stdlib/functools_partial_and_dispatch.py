# partial and partialmethod copied, bound and shown; singledispatch by abstract classes and unions.
import copy
from collections.abc import Mapping, Sized
from functools import partial, partialmethod, singledispatch, singledispatchmethod
p = partial(int, base=2); q = copy.copy(p); p.note = 'n'
print(p('101'), q('11'), p.func, p.args, p.keywords, p.note, copy.deepcopy(p).note, repr(p))
class Sub(partial): pass
print(repr(Sub(max, 1)), Sub(max, 1)(5), partial(partial(pow, 2), 5)())
class Lamp:
    on = False
    def set(self, state, *more): self.on = state; return (state, *more)
    turn_on = partialmethod(set, True); turn_off = partialmethod(set, False); both = partialmethod(turn_on, 'x')
l = Lamp(); print(l.turn_on(), l.on, l.turn_off(1), l.on, Lamp.turn_on(l, 2), l.both(3))
@singledispatch
def kind(x): return 'object'
@kind.register(Sized)
def _(x): return 'sized'
@kind.register
def _(x: Mapping): return 'mapping'
@kind.register
def _(x: int | float): return 'number'
print([kind(x) for x in (1, 2.5, True, {}, [], None, 'abc')])
try: kind.register('x')(print)
except TypeError as e: print(e)
class Show:
    @singledispatchmethod
    def show(self, x): return 'any'
    @show.register
    def _(self, x: str): return 'str ' + x
print(Show().show(1), Show().show('a'))

# expect: 5 3 <class 'int'> () {'base': 2} n n functools.partial(<class 'int'>, base=2)
# expect: Sub(<built-in function max>, 1) 5 32
# expect: (True,) True (False, 1) False (True, 2) (True, 'x', 3)
# expect: ['number', 'number', 'number', 'mapping', 'sized', 'object', 'sized']
# expect: Invalid first argument to `register()`: 'x'. Use either `@register(some_class)` or plain `@register` on an annotated function.
# expect: any str a
