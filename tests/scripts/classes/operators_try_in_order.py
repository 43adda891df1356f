"""Operators: what is tried, in which order, and what is said when nothing fits."""


class Log:
    def __init__(self, name, answer=NotImplemented):
        self.name, self.answer = name, answer

    def __iadd__(self, other):
        print(self.name, "iadd")
        return NotImplemented

    def __add__(self, other):
        print(self.name, "add")
        return self.answer

    def __radd__(self, other):
        print(self.name, "radd")
        return self.answer

    def __lt__(self, other):
        print(self.name, "lt")
        return self.answer

    def __gt__(self, other):
        print(self.name, "gt")
        return self.answer


class Sub(Log):
    def __radd__(self, other):
        print(self.name, "sub radd")
        return self.answer


a, b, c, d = Log("a"), Log("b", "b's"), Sub("c", "c's"), Log("d", "d's")


def attempt(what):
    try:
        print("gives", what())
    except TypeError as e:
        print(e)


def in_place(x, y):
    x += y
    return x


for _ in range(2):
    attempt(lambda: a + b)
    attempt(lambda: b + a)
    attempt(lambda: a + c)
    attempt(lambda: c + a)
    attempt(lambda: 1 + b)
    attempt(lambda: 1 + a)
    attempt(lambda: in_place(a, c))
    attempt(lambda: in_place(d, 1))
    attempt(lambda: in_place(a, 1))
    attempt(lambda: a < b)
    attempt(lambda: b < a)
    attempt(lambda: a < 1)
    attempt(lambda: 1 > b)
    attempt(lambda: sum([d, a]))
# expect: a add
# expect: unsupported operand type(s) for +: 'Log' and 'Log'
# expect: b add
# expect: gives b's
# expect: c sub radd
# expect: gives c's
# expect: c add
# expect: gives c's
# expect: b radd
# expect: gives b's
# expect: a radd
# expect: unsupported operand type(s) for +: 'int' and 'Log'
# expect: a iadd
# expect: c sub radd
# expect: gives c's
# expect: d iadd
# expect: d add
# expect: gives d's
# expect: a iadd
# expect: a add
# expect: unsupported operand type(s) for +=: 'Log' and 'int'
# expect: a lt
# expect: b gt
# expect: gives b's
# expect: b lt
# expect: gives b's
# expect: a lt
# expect: '<' not supported between instances of 'Log' and 'int'
# expect: b lt
# expect: gives b's
# expect: d radd
# expect: a radd
# expect: can only concatenate str (not "Log") to str
# expect: a add
# expect: unsupported operand type(s) for +: 'Log' and 'Log'
# expect: b add
# expect: gives b's
# expect: c sub radd
# expect: gives c's
# expect: c add
# expect: gives c's
# expect: b radd
# expect: gives b's
# expect: a radd
# expect: unsupported operand type(s) for +: 'int' and 'Log'
# expect: a iadd
# expect: c sub radd
# expect: gives c's
# expect: d iadd
# expect: d add
# expect: gives d's
# expect: a iadd
# expect: a add
# expect: unsupported operand type(s) for +=: 'Log' and 'int'
# expect: a lt
# expect: b gt
# expect: gives b's
# expect: b lt
# expect: gives b's
# expect: a lt
# expect: '<' not supported between instances of 'Log' and 'int'
# expect: b lt
# expect: gives b's
# expect: d radd
# expect: a radd
# expect: can only concatenate str (not "Log") to str
