"""Floating point: a numerical integral, Newton's root, a running mean."""
import math


def integral(n):
    total = 0.0
    step = 1.0 / n
    for i in range(n):
        x = (i + 0.5) * step
        total += 4.0 / (1.0 + x * x)
    return total * step


def roots(n):
    total = 0.0
    for i in range(1, n):
        guess = i * 0.5
        while abs(guess * guess - i) > 1e-9 * i:
            guess = (guess + i / guess) / 2.0
        total += guess - math.sqrt(i)
    return total


def mean(n):
    value = 0.0
    for i in range(n):
        value += (math.sin(i) - value) / (i + 1)
    return value


def run():
    return int(integral(150_000) * 1e9), abs(roots(8_000)) < 1e-3, int(mean(60_000) * 1e12)
