"""Generators and exceptions."""
def numbers(n):
    for i in range(n):
        yield i
def run():
    total = 0
    for i in numbers(300_000):
        try:
            if i % 10 == 0:
                raise ValueError(i)
            total += i
        except ValueError:
            total -= 1
