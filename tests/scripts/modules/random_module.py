# random: the same numbers as CPython for the same seed.
import random

random.seed(42)
print([random.random() for _ in range(5)])
print([random.randint(1, 100) for _ in range(10)], random.randrange(0, 100, 7), random.randrange(5), random.randrange(10, 0, -3))
print(random.getrandbits(1), random.getrandbits(32), random.getrandbits(100), random.getrandbits(0))
print(random.choice('abcdef'), random.choice([1, 2, 3]), random.choices('abc', k=5), random.choices([1, 2, 3], weights=[5, 1, 1], k=6),
      random.choices('xy', cum_weights=[1, 4], k=4))
deck = list(range(20))
random.shuffle(deck)
print(deck)
print(random.sample(range(1000), 5), random.sample('abcdefgh', 3), random.sample(range(30), 25), random.sample(['a', 'b'], counts=[3, 2], k=4))
print(random.uniform(2, 5), random.triangular(), random.triangular(1, 9, 3))
print(random.gauss(0, 1), random.gauss(5, 2), random.gauss(), random.normalvariate(0, 1), random.normalvariate())
print(random.expovariate(1.5), random.betavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(1, 2), random.gammavariate(3, 2))
print(random.lognormvariate(0, 1), random.vonmisesvariate(1, 2), random.paretovariate(3), random.weibullvariate(1, 2), random.randbytes(5))
for seed in (0, 1, -1, 2 ** 40, 10 ** 50, 1.5, 'text', b'bytes', bytearray(b'more'), '', True):
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(64))
a, b = random.Random(7), random.Random(7)
print(a.random() == b.random(), a.randint(0, 10 ** 30), b.randint(0, 10 ** 30))
state = a.getstate()
first = [a.random() for _ in range(700)]
a.setstate(state)
print(first == [a.random() for _ in range(700)], len(state), state[0], len(state[1]))
random.seed()
print(0 <= random.random() < 1, random.Random().random() != random.Random().random())


class Loaded(random.Random):
    def roll(self):
        return self.randint(1, 6)


print([Loaded(3).roll() for _ in range(3)], isinstance(Loaded(), random.Random))
for f in (lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(1, 5, 0), lambda: random.randint(5, 1),
          lambda: random.choice([]), lambda: random.sample([1, 2], 3), lambda: random.sample({1, 2}, 1), lambda: random.choices([1, 2], [1]),
          lambda: random.choices([1, 2], [0, 0]), lambda: random.seed([]), lambda: random.getrandbits(-1), lambda: random.gammavariate(0, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, *e.args)

# expect: [0.6394267984578837, 0.025010755222666936, 0.27502931836911926, 0.22321073814882275, 0.7364712141640124]
# expect: [87, 95, 70, 12, 76, 55, 5, 4, 12, 28] 21 4 10
# expect: 1 854001193 689389989008706571999241899953 0
# expect: d 1 ['b', 'a', 'c', 'c', 'a'] [1, 1, 1, 2, 1, 1] ['y', 'y', 'y', 'x']
# expect: [13, 19, 6, 15, 7, 16, 0, 1, 18, 11, 5, 9, 10, 4, 8, 2, 12, 3, 17, 14]
# expect: [887, 103, 389, 284, 464] ['f', 'b', 'c'] [11, 6, 21, 8, 22, 27, 20, 2, 19, 23, 5, 17, 7, 24, 14, 28, 4, 10, 29, 26, 3, 16, 0, 1, 18] ['a', 'b', 'a', 'a']
# expect: 2.6329485307589793 0.8310469212104356 6.563947059419296
# expect: -0.577037032149015 7.681786414101335 -1.7579594253614863 -0.09602623456757858 -0.9909620812794466
# expect: 0.20321123281279427 0.4935555908143875 0.01158448900049575 0.23227931677062996 7.575210140129091
# expect: 0.8671047385117135 1.7341790744105032 1.0038565633799825 1.1294011380696594 b'\x17\x92\x84\xae\xe2'
# expect: 0 0.8444218515250481 16422101724900707500
# expect: 1 0.13436424411240122 14799178230035213023
# expect: -1 0.13436424411240122 14799178230035213023
# expect: 1099511627776 0.1036394562812375 1211305540562029739
# expect: 100000000000000000000000000000000000000000000000000 0.8266205292084633 14005263003908411263
# expect: 1.5 0.551763726942059 2683050553194271000
# expect: 'text' 0.8711565613554825 15552229823204381460
# expect: b'bytes' 0.37075677971469856 18163376518243993070
# expect: bytearray(b'more') 0.09824164892035658 2308434090720537942
# expect: '' 0.9602256525641875 3816387820137540352
# expect: True 0.13436424411240122 14799178230035213023
# expect: True 51572342490066390446489079095 51572342490066390446489079095
# expect: True 3 3 625
# expect: True True
# expect: [2, 2, 2] True
# expect: ValueError empty range for randrange()
# expect: ValueError empty range for randrange() (5, 5, 0)
# expect: ValueError zero step for randrange()
# expect: ValueError empty range for randrange() (5, 2, -3)
# expect: IndexError Cannot choose from an empty sequence
# expect: ValueError Sample larger than population or is negative
# expect: TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
# expect: ValueError The number of weights does not match the population
# expect: ValueError Total of weights must be greater than zero
# expect: TypeError The only supported seed types are: None,
# expect: int, float, str, bytes, and bytearray.
# expect: ValueError number of bits must be non-negative
# expect: ValueError gammavariate: alpha and beta must be > 0.0
