"""Primes by a pool, as tutorials have it."""
import concurrent.futures
import math

NUMBERS = [112272535095293, 115280095190773, 7, 9, 1099726899285419 % 10007]


def is_prime(n):
    if n < 2:
        return False
    return all(n % i for i in range(2, min(math.isqrt(n), 3000) + 1))


with concurrent.futures.ThreadPoolExecutor() as executor:
    for number, prime in zip(NUMBERS, executor.map(is_prime, NUMBERS)):
        print("%d has no small factor: %s" % (number, prime))

# expect: 112272535095293 has no small factor: True
# expect: 115280095190773 has no small factor: True
# expect: 7 has no small factor: True
# expect: 9 has no small factor: False
# expect: 5161 has no small factor: False
