"""Exceptions: raised, caught, passed on, with `finally`."""


class Refused(Exception):
    def __init__(self, amount):
        super().__init__("refused")
        self.amount = amount


def check(amount):
    if amount % 3 == 0:
        raise Refused(amount)
    return amount


def careful(amount, log):
    try:
        return check(amount)
    finally:
        log[0] += 1


def run():
    log = [0]
    total = 0
    table = {1: 1}
    for i in range(45_000):
        try:
            total += careful(i, log)
        except Refused as error:
            total -= error.amount
        try:
            total += table[i & 3]
        except KeyError:
            total += 1
    return total, log[0]
