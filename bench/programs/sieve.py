"""Kernel: primes, by crossing out in a bytearray, and by a list of flags."""


def crossed_out(n):
    gone = bytearray(n + 1)
    i = 2
    while i * i <= n:
        if not gone[i]:
            for multiple in range(i * i, n + 1, i):
                gone[multiple] = 1
        i += 1
    return n - 1 - sum(gone)


def listed(n):
    flags = [True] * (n + 1)
    found = []
    for i in range(2, n + 1):
        if flags[i]:
            found.append(i)
            if i * i <= n:
                for multiple in range(i * i, n + 1, i):
                    flags[multiple] = False
    return found


def run():
    found = listed(150_000)
    return crossed_out(250_000), len(found), found[-1]
