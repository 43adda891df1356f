"""Times from text, for time.strptime() and datetime.strptime()."""

_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
           'december')
_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_COMPOSED = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'D': '%m/%d/%y', 'T': '%H:%M:%S',
             'R': '%H:%M'}
# Directive: least value, greatest, most digits.
_NUMBERS = {'d': (1, 31, 2), 'H': (0, 23, 2), 'I': (1, 12, 2), 'j': (1, 366, 3), 'm': (1, 12, 2), 'M': (0, 59, 2),
            'S': (0, 61, 2), 'y': (0, 99, 2), 'w': (0, 6, 1), 'U': (0, 53, 2), 'W': (0, 53, 2), 'u': (1, 7, 1),
            'V': (1, 53, 2)}


class _NoMatch(Exception):
    pass


def _expanded(format):
    result = ''
    at = 0
    while at < len(format):
        c = format[at]
        if c != '%':
            result += c
            at += 1
            continue
        directive = format[at + 1:at + 2]
        if not directive:
            raise ValueError("stray %% in format '%s'" % format)
        if directive in 'DTR' or directive not in 'aAbBcdfGHIjmMpSuUVwWxXyYzZ%':
            raise ValueError("'%s' is a bad directive in format '%s'" % (directive, format))
        result += _COMPOSED.get(directive, '%' + directive)
        at += 2
    return result


def _number(data, at, least, most, digits):
    end = at
    while end < len(data) and end - at < digits and data[end].isdigit():
        end += 1
    # As many digits as make a number in range.
    while end > at:
        if least <= int(data[at:end]) <= most:
            return int(data[at:end]), end
        end -= 1
    raise _NoMatch


def _name(data, at, names):
    text = data[at:].lower()
    found = [name for name in names if text.startswith(name)]
    if not found:
        raise _NoMatch
    best = max(found, key=len)
    return names.index(best), at + len(best)


def _offset(data, at):
    """Seconds east of Greenwich, and the fraction in microseconds."""
    if data[at:at + 1] in ('Z', 'z'):
        return 0, at + 1
    sign = data[at:at + 1]
    if sign not in ('+', '-'):
        raise _NoMatch
    at += 1
    hours, at = _fixed(data, at)
    if data[at:at + 1] == ':':
        at += 1
    minutes, at = _fixed(data, at)
    seconds = 0
    if data[at:at + 1] == ':' and data[at + 1:at + 3].isdigit():
        seconds, at = _fixed(data, at + 1)
    total = hours * 3600 + minutes * 60 + seconds
    return (-total if sign == '-' else total), at


def _fixed(data, at):
    if len(data) < at + 2 or not data[at:at + 2].isdigit():
        raise _NoMatch
    return int(data[at:at + 2]), at + 2


def _directive(c, data, at, found):
    if c in _NUMBERS:
        least, most, digits = _NUMBERS[c]
        if c == 'd' and data[at:at + 1] == ' ':
            at += 1
        found[c], at = _number(data, at, least, most, digits)
    elif c in 'YG':
        if len(data) < at + 4 or not data[at:at + 4].isdigit():
            raise _NoMatch
        found[c], at = int(data[at:at + 4]), at + 4
    elif c == 'f':
        end = at
        while end < len(data) and end - at < 6 and data[end].isdigit():
            end += 1
        if end == at:
            raise _NoMatch
        found['f'], at = int(data[at:end].ljust(6, '0')), end
    elif c in 'bB':
        names = _MONTHS if c == 'B' else tuple(m[:3] for m in _MONTHS)
        index, at = _name(data, at, names)
        found['m'] = index + 1
    elif c in 'aA':
        found['a'], at = _name(data, at, _DAYS if c == 'A' else tuple(d[:3] for d in _DAYS))
    elif c == 'p':
        found['p'], at = _name(data, at, ('am', 'pm'))
    elif c == 'z':
        found['z'], at = _offset(data, at)
    elif c == 'Z':
        import time
        names = ('utc', 'gmt', *[name.lower() for name in time.tzname])
        index, end = _name(data, at, names)
        found['Z'] = data[at:end]
        at = end
    elif data[at:at + 1] == '%':
        at += 1
    else:
        raise _NoMatch
    return at


def _match(data, format):
    """What each directive found, and where the match ends."""
    found = {}
    at = 0
    place = 0
    while place < len(format):
        c = format[place]
        if c == '%':
            at = _directive(format[place + 1], data, at, found)
            place += 2
        elif c.isspace():
            while place < len(format) and format[place].isspace():
                place += 1
            start = at
            while at < len(data) and data[at].isspace():
                at += 1
            if at == start:
                raise _NoMatch
        else:
            if data[at:at + 1].lower() != c.lower():
                raise _NoMatch
            at += 1
            place += 1
    return found, at


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_number(year, month, day):
    """Days since 1 January of year 1, that being day 1."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    lengths = (31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return days + sum(lengths[:month - 1]) + day


def fields(data, format):
    """A dict: year, month, day, hour, minute, second, fraction, weekday, day of the year, dst, offset, zone."""
    for value in (data, format):
        if not isinstance(value, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (0 if value is data else 1, type(value)))
    expanded = _expanded(format)
    try:
        found, end = _match(data, expanded)
    except _NoMatch:
        raise ValueError("time data %r does not match format %r" % (data, format)) from None
    if end != len(data):
        raise ValueError("unconverted data remains: %s" % data[end:])
    year = found.get('Y')
    if year is None and 'y' in found:
        year = found['y'] + (2000 if found['y'] < 69 else 1900)
    no_year = year is None
    month, day = found.get('m', 1), found.get('d', 1)
    leap_day = no_year and month == 2 and day == 29
    if no_year:
        year = 1904 if leap_day else 1900
    hour = found.get('H')
    if hour is None:
        hour = found.get('I', 0)
        if 'I' in found:
            hour = hour % 12 + (12 if found.get('p') == 1 else 0)
    weekday = found.get('a')
    if weekday is None and 'w' in found:
        weekday = (found['w'] - 1) % 7
    if weekday is None and 'u' in found:
        weekday = found['u'] - 1
    of_year = found.get('j')
    if of_year is None and weekday is not None and ('U' in found or 'W' in found) and not no_year:
        of_year = _from_week(year, found, weekday)
    first = _day_number(year, 1, 1)
    if of_year is not None and 'm' not in found and 'd' not in found:
        month, day = _from_day_of_year(year, of_year)
    elif 'm' in found or 'd' in found or of_year is None:
        length = (31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
        if day > length:
            raise ValueError("day is out of range for month")
        of_year = _day_number(year, month, day) - first + 1
    if weekday is None:
        weekday = (_day_number(year, month, day) - 1) % 7
    return {'year': 1900 if leap_day else year, 'month': month, 'day': day, 'hour': hour,
            'minute': found.get('M', 0), 'second': found.get('S', 0), 'fraction': found.get('f', 0),
            'weekday': weekday, 'yday': of_year,
            'dst': 0 if 'Z' in found and found['Z'].lower() in ('utc', 'gmt') else -1,
            'offset': found.get('z'), 'zone': found.get('Z')}


def _from_week(year, found, weekday):
    monday_first = 'W' in found
    week = found['W'] if monday_first else found['U']
    start = (_day_number(year, 1, 1) - 1) % 7
    if not monday_first:
        start, weekday = (start + 1) % 7, (weekday + 1) % 7
    if week == 0:
        return 1 + weekday - start
    return 1 + (7 - start) % 7 + 7 * (week - 1) + weekday


def _from_day_of_year(year, day):
    for month, length in enumerate((31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1):
        if day <= length:
            return month, day
        day -= length
    raise ValueError("day of year out of range")


def _strptime_time(data, format="%a %b %d %H:%M:%S %Y"):
    import time
    p = fields(data, format)
    return time.struct_time((p['year'], p['month'], p['day'], p['hour'], p['minute'], p['second'], p['weekday'],
                             p['yday'], p['dst']))


def parse(cls, text, spec):
    """datetime.strptime(): an instance of the class."""
    for number, value in ((1, text), (2, spec)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {number} must be str, not {type(value).__name__}")
    p = fields(text, spec)
    zone = None
    if p['offset'] is not None:
        import datetime
        zone = datetime.timezone(datetime.timedelta(seconds=p['offset'])) if p['offset'] else datetime.timezone.utc
    return cls(p['year'], p['month'], p['day'], p['hour'], p['minute'], p['second'], p['fraction'], zone)
