# Iterators for efficient looping. count, repeat, chain and cycle, which threads like to share, are native.
from _itertools import chain, count, cycle, repeat

_missing = object()


def accumulate(iterable, func=None, *, initial=None):
    it = iter(iterable)

    def run():
        total = initial
        if total is None:
            total = next(it, _missing)
            if total is _missing:
                return
        yield total
        for element in it:
            total = total + element if func is None else func(total, element)
            yield total
    return run()


def islice(iterable, /, *args):
    if not args or len(args) > 3:
        raise TypeError(f'islice expected at least 2 arguments, got {1 + len(args)}' if not args else
                        f'islice expected at most 4 arguments, got {1 + len(args)}')
    s = slice(*args)
    start = 0 if s.start is None else s.start
    step = 1 if s.step is None else s.step
    stop = s.stop
    for name, value in (('start', start), ('stop', stop)):
        if value is not None and (not isinstance(value, int) or value < 0):
            if len(args) == 1:
                raise ValueError('Stop argument for islice() must be None or an integer: '
                                 '0 <= x <= sys.maxsize.')
            raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    if not isinstance(step, int) or step < 1:
        raise ValueError('Step for islice() must be a positive integer or None.')
    it = iter(iterable)

    def run():
        wanted = start
        i = 0
        if stop is not None and stop <= start:
            while i < stop:
                if next(it, _missing) is _missing:
                    return
                i += 1
            return
        while stop is None or wanted < stop:
            while i < wanted:
                if next(it, _missing) is _missing:
                    return
                i += 1
            element = next(it, _missing)
            if element is _missing:
                return
            i += 1
            yield element
            wanted += step
        while i < stop:
            if next(it, _missing) is _missing:
                return
            i += 1
    return run()


def takewhile(predicate, iterable, /):
    it = iter(iterable)

    def run():
        for element in it:
            if not predicate(element):
                return
            yield element
    return run()


def dropwhile(predicate, iterable, /):
    it = iter(iterable)

    def run():
        for element in it:
            if not predicate(element):
                yield element
                break
        for element in it:
            yield element
    return run()


def filterfalse(predicate, iterable, /):
    it = iter(iterable)

    def run():
        for element in it:
            if not (element if predicate is None else predicate(element)):
                yield element
    return run()


def starmap(function, iterable, /):
    it = iter(iterable)

    def run():
        for args in it:
            yield function(*args)
    return run()


def compress(data, selectors):
    pairs = zip(data, selectors)

    def run():
        for element, selected in pairs:
            if selected:
                yield element
    return run()


def pairwise(iterable, /):
    it = iter(iterable)

    def run():
        previous = next(it, _missing)
        if previous is _missing:
            return
        for element in it:
            yield previous, element
            previous = element
    return run()


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(it) for it in iterables]

    def run():
        active = len(iterators)
        alive = [True] * active
        if not active:
            return
        while True:
            row = []
            for i, it in enumerate(iterators):
                element = next(it, _missing) if alive[i] else _missing
                if element is _missing:
                    if alive[i]:
                        alive[i] = False
                        active -= 1
                        if not active:
                            return
                    element = fillvalue
                row.append(element)
            yield tuple(row)
    return run()


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    pools = [tuple(pool) for pool in iterables] * repeat

    def run():
        n = len(pools)
        places = [0] * n
        for pool in pools:
            if not pool:
                return
        while True:
            yield tuple([pools[i][places[i]] for i in range(n)])
            i = n - 1
            while i >= 0:
                places[i] += 1
                if places[i] < len(pools[i]):
                    break
                places[i] = 0
                i -= 1
            if i < 0:
                return
    return run()


def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    r = n if r is None else r
    if r < 0:
        raise ValueError('r must be non-negative')

    def run():
        if r > n:
            return
        indices = list(range(n))
        cycles = list(range(n, n - r, -1))
        yield tuple([pool[i] for i in indices[:r]])
        while n:
            i = r - 1
            while i >= 0:
                cycles[i] -= 1
                if cycles[i] == 0:
                    indices[i:] = indices[i + 1:] + indices[i:i + 1]
                    cycles[i] = n - i
                    i -= 1
                    continue
                j = cycles[i]
                indices[i], indices[-j] = indices[-j], indices[i]
                yield tuple([pool[k] for k in indices[:r]])
                break
            if i < 0:
                return
    return run()


def combinations(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if r < 0:
        raise ValueError('r must be non-negative')

    def run():
        if r > n:
            return
        indices = list(range(r))
        yield tuple([pool[i] for i in indices])
        while True:
            i = r - 1
            while i >= 0 and indices[i] == i + n - r:
                i -= 1
            if i < 0:
                return
            indices[i] += 1
            for j in range(i + 1, r):
                indices[j] = indices[j - 1] + 1
            yield tuple([pool[k] for k in indices])
    return run()


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if r < 0:
        raise ValueError('r must be non-negative')

    def run():
        if not n and r:
            return
        indices = [0] * r
        yield tuple([pool[i] for i in indices])
        while True:
            i = r - 1
            while i >= 0 and indices[i] == n - 1:
                i -= 1
            if i < 0:
                return
            indices[i:] = [indices[i] + 1] * (r - i)
            yield tuple([pool[k] for k in indices])
    return run()


class groupby:
    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._key = key
        self._target = self._current_key = self._current = _missing
        self._group = None

    def __iter__(self):
        return self

    def _advance(self):
        self._current = next(self._it)
        self._current_key = self._current if self._key is None else self._key(self._current)

    def __next__(self):
        self._group = group = object()
        while self._current_key is self._target or self._current_key == self._target:
            self._advance()
        self._target = self._current_key
        return self._current_key, self._elements(self._target, group)

    def _elements(self, target, group):
        while self._group is group and self._current_key == target:
            yield self._current
            try:
                self._advance()
            except StopIteration:
                return


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    it = iter(iterable)
    # Links of a list that all copies walk along: [element, next link].
    first = []

    def run(link):
        while True:
            if not link:
                element = next(it, _missing)
                if not link:
                    if element is _missing:
                        return
                    link.append(element)
                    link.append([])
            yield link[0]
            link = link[1]
    return tuple([run(first) for _ in range(n)])
