"""A module docstring."""
import sys
from threading import Thread
def main() -> int:
    results = {}
    def work(name: str, n: int) -> None: results[name] = sum(range(n))
    threads = [Thread(target=work, args=(f't{n}', n)) for n in (10, 100)]
    for t in threads: t.start()
    for t in threads: t.join()
    for name in sorted(results): print(f'{name!s:>6} = {results[name]:,}')
    print(__doc__, main.__annotations__)
    return 3
if __name__ == '__main__':
    raise SystemExit(main())

# expect:    t10 = 45
# expect:   t100 = 4,950
# expect: A module docstring. {'return': <class 'int'>}
# expect-exit: 3
