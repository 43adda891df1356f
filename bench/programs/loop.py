"""A while loop on locals."""
def work(n):
    total = 0
    i = 0
    while i < n:
        total += i * i % 7
        i += 1
    return total
def run(): work(1_500_000)
