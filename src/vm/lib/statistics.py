"""Means, spreads and the like."""

import math
from collections import Counter

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


class _Exact:
    """A sum of ints and floats as a fraction: numerator over a power of two."""

    def __init__(self):
        self.top = 0
        self.bottom = 1
        self.special = None   # inf or nan

    def add(self, top, bottom):
        if bottom == self.bottom:
            self.top += top
        elif bottom > self.bottom and bottom % self.bottom == 0:
            self.top = self.top * (bottom // self.bottom) + top
            self.bottom = bottom
        elif self.bottom % bottom == 0:
            self.top += top * (self.bottom // bottom)
        else:
            self.top = self.top * bottom + top * self.bottom
            self.bottom *= bottom


def _ratio(x):
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return None
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _sum(data):
    """(class of the result, exact sum, count)"""
    total = _Exact()
    count = 0
    result = int
    for x in data:
        count += 1
        if isinstance(x, float):
            result = float
        elif not isinstance(x, int):
            result = type(x)
        ratio = _ratio(x)
        if ratio is None:
            total.special = x if total.special is None else total.special + x
        else:
            total.add(*ratio)
    return result, total, count


def _quotient(top, bottom, result):
    """top / bottom rounded once, as an int if it is one and the data were ints."""
    if result is int and top % bottom == 0:
        return top // bottom
    return top / bottom


def mean(data):
    result, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    if total.special is not None:
        return total.special
    return _quotient(total.top, total.bottom * n, result)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return math.fsum(x * w for x, w in zip(data, weights)) / total


def geometric_mean(data):
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')
    if any(x < 0 for x in data):
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    result, total, _ = _sum(w / x for x, w in zip(data, weights))
    return sum(weights) * total.bottom / total.top


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    below = sum(1 for v in data if v < x)
    equal = data.count(x)
    return float(x) - float(interval) / 2 + float(interval) * (n / 2 - below) / equal


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        m = size - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        m = size + 1
        for i in range(1, n):
            j = min(max(i * m // n, 1), size - 1)
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


def _squares(data, c):
    """(class, exact sum of squared distances as (top, bottom), count)"""
    data = list(data)
    result, total, n = _sum(data)
    if total.special is not None:
        return float, (math.nan, 1), n
    if c is None:
        if n == 0:
            return result, (0, 1), 0
        top, bottom = total.top, total.bottom * n
    else:
        top, bottom = _ratio(c)
    squares = _Exact()
    for x in data:
        a, b = _ratio(x)
        difference = a * bottom - top * b
        squares.add(difference * difference, (b * bottom) ** 2)
    return result, (squares.top, squares.bottom), n


def variance(data, xbar=None):
    result, (top, bottom), n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _quotient(top, bottom * (n - 1), result)


def pvariance(data, mu=None):
    result, (top, bottom), n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _quotient(top, bottom * n, result)


def _root(top, bottom):
    """sqrt(top / bottom), correctly rounded: by an integer root with many bits to spare."""
    if top != top:
        return math.nan
    if top == 0:
        return 0.0
    shift = 120 - (top.bit_length() - bottom.bit_length())
    shift += shift % 2
    scaled = (top << shift) // bottom if shift >= 0 else top // (bottom << -shift)
    root = math.isqrt(scaled) | 1
    half = shift // 2
    return root / (1 << half) if half >= 0 else float(root << -half)


def stdev(data, xbar=None):
    _, (top, bottom), n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(top, bottom * (n - 1))


def pstdev(data, mu=None):
    _, (top, bottom), n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(top, bottom * n)


def _centred(x, y, function):
    x, y = list(x), list(y)
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f'{function} requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError(f'{function} requires at least two data points')
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    return ([a - xbar for a in x], [b - ybar for b in y], xbar, ybar)


def covariance(x, y, /):
    dx, dy, _, _ = _centred(x, y, 'covariance')
    return math.fsum(a * b for a, b in zip(dx, dy)) / (len(dx) - 1)


def correlation(x, y, /):
    dx, dy, _, _ = _centred(x, y, 'correlation')
    try:
        return math.fsum(a * b for a, b in zip(dx, dy)) / math.sqrt(
            math.fsum(a * a for a in dx) * math.fsum(b * b for b in dy))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


class LinearRegression(tuple):
    __slots__ = ()
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    if proportional:
        x, y = list(x), list(y)
        slope = math.fsum(a * b for a, b in zip(x, y)) / math.fsum(a * a for a in x)
        return LinearRegression((slope, 0.0))
    dx, dy, xbar, ybar = _centred(x, y, 'linear regression')
    try:
        slope = math.fsum(a * b for a, b in zip(dx, dy)) / math.fsum(a * a for a in dx)
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression((slope, ybar - slope * xbar))


class NormalDist:
    """A normal distribution."""

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(mean(data), stdev(data))

    mean = property(lambda self: self._mu)
    median = mean
    mode = mean
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        if not self._sigma:
            raise StatisticsError('pdf() not defined when sigma is zero')
        distance = x - self._mu
        return math.exp(distance * distance / (-2.0 * self.variance)) / math.sqrt(math.tau * self.variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * math.sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
