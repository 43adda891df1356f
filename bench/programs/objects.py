"""Methods and attributes of instances."""
class Account:
    def __init__(self):
        self.balance = 0
    def deposit(self, amount):
        self.balance += amount
def run():
    account = Account()
    for i in range(400_000):
        account.deposit(i)
