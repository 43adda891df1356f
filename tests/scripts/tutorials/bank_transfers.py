from threading import Thread, Lock
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need:,.2f} have {have:,.2f}")
        self.need = need
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner; self._balance = balance; self.lock = Lock()
    @property
    def balance(self):
        return self._balance
    @balance.setter
    def balance(self, v):
        if v < 0: raise InsufficientFunds(-v, self._balance)
        self._balance = v
    def __repr__(self): return f'{self.__class__.__name__}({self.owner!r}, {self.balance!r})'
def transfer(a, b, amount):
    l1, l2 = (a.lock, b.lock) if a.owner < b.owner else (b.lock, a.lock)
    with l1:
        with l2:
            try:
                a.balance -= amount
            except InsufficientFunds as e:
                print('refused:', e, e.need, e.args)
                return False
            b.balance += amount
            return True
A, B = Account('ann', 1000), Account('bob', 1000)
ts = [Thread(target=transfer, args=(A, B, 1)) for _ in range(20)] + [Thread(target=transfer, args=(B, A, 2)) for _ in range(20)]
[t.start() for t in ts]; [t.join() for t in ts]
print(A, B, A.balance + B.balance)
transfer(A, B, 100000)
try:
    A.balance = -5
except InsufficientFunds as exc:
    print(type(exc).__name__, exc)
    print(repr(exc))
transfer(A, B)

# expect: Account('ann', 1020) Account('bob', 980) 2000
# expect: refused: need 98,980.00 have 1,020.00 98980 ('need 98,980.00 have 1,020.00',)
# expect: InsufficientFunds need 5.00 have 1,020.00
# expect: InsufficientFunds('need 5.00 have 1,020.00')
# expect-stderr: TypeError: transfer\(\) missing 1 required positional argument: 'amount'
# expect-exit: 1
