# A lock that is an attribute is named by the object that has it.
# not-cpython
# expect-exit: 1
# expect-stderr: MainThread waits at line 15 for Lock `account\.lock`, which it holds itself since line 14\.$
from threading import Lock


class Account:
    def __init__(self):
        self.lock = Lock()
        self.balance = 0

    def twice(self):
        with self.lock:
            with self.lock:
                self.balance += 1


account = Account()
account.twice()
