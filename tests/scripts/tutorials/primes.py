import threading, math, time, concurrent.futures as cf
def is_prime(n):
    if n < 2: return False
    if n % 2 == 0: return n == 2
    return all(n % d for d in range(3, math.isqrt(n) + 1, 2))
PRIMES = [112272535095293, 112582705942171, 115280095190773, 1099726899285419][:1] + [97, 98, 7919, 1000003]
PRIMES[0] = 15485863
with cf.ThreadPoolExecutor() as ex:
    for number, prime in zip(PRIMES, ex.map(is_prime, PRIMES)): print('%d is prime: %s' % (number, prime))
res = {}
def rng(lo, hi): res[lo, hi] = [n for n in range(lo, hi) if is_prime(n)]
ts = [threading.Thread(target=rng, args=(i, i + 25)) for i in range(0, 100, 25)]
for t in ts: t.start()
for t in ts: t.join()
print(sum(map(len, res.values())), sorted(res), max(res[75, 100]))
def quicksort(a): return a if len(a) < 2 else quicksort([x for x in a[1:] if x < a[0]]) + [a[0]] + quicksort([x for x in a[1:] if x >= a[0]])
print(cf.ThreadPoolExecutor(2).submit(quicksort, [3, 6, 1, 8, 2]).result())
def fact(n): return math.prod(range(1, n + 1))
t = threading.Thread(target=lambda: print(f'{fact(30):,}', fact(20) == math.factorial(20), math.gcd(12, 18), math.comb(5, 2))); t.start(); t.join()
pi = sum((4 if i % 2 == 0 else -4) / (2 * i + 1) for i in range(10000)); print(f'{pi:.6f}', round(pi, 3))
print(bin(10), hex(255), oct(8), 7 // -2, -7 % 3, divmod(-7, 2), 2 ** -1, 10 ** 20)

# expect: 15485863 is prime: True
# expect: 97 is prime: True
# expect: 98 is prime: False
# expect: 7919 is prime: True
# expect: 1000003 is prime: True
# expect: 25 [(0, 25), (25, 50), (50, 75), (75, 100)] 97
# expect: [1, 2, 3, 6, 8]
# expect: 265,252,859,812,191,058,636,308,480,000,000 True 6 10
# expect: 3.141493 3.141
# expect: 0b1010 0xff 0o10 -4 2 (-4, 1) 0.5 100000000000000000000
