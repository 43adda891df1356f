"""multiprocessing.pool.ThreadPool: map and its relatives."""
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


with ThreadPool(3) as pool:
    print(pool.map(square, range(8)))
    print(pool.starmap(pow, [(2, 3), (3, 2)]))
    print(pool.apply(square, (9,)))
    print(list(pool.imap(square, range(4), chunksize=2)), sorted(pool.imap_unordered(square, range(4))))
    result = pool.map_async(square, [1, 2], callback=lambda r: print("callback", r))
    print(result.get(timeout=5), result.ready(), result.successful())
    try:
        pool.map(lambda x: 1 / x, [1, 0])
    except ZeroDivisionError as error:
        print(error)
try:
    pool.map(square, [1])
except ValueError as error:
    print(error)

# expect: [0, 1, 4, 9, 16, 25, 36, 49]
# expect: [8, 9]
# expect: 81
# expect: [0, 1, 4, 9] [0, 1, 4, 9]
# expect: callback [1, 4]
# expect: [1, 4] True True
# expect: division by zero
# expect: Pool not running
