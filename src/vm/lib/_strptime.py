"""datetime.strptime()."""

import datetime
import re

_PARTS = {
    "Y": r"(?P<Y>\d\d\d\d)", "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "d": r"(?P<d>3[01]|[12]\d|0[1-9]|[1-9]| [1-9])",
    "H": r"(?P<H>2[0-3]|[01]\d|\d)", "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)",
    "S": r"(?P<S>6[01]|[0-5]\d|\d)", "f": r"(?P<f>[0-9]{1,6})", "y": r"(?P<y>\d\d)", "p": r"(?P<p>am|pm)",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))", "Z": r"(?P<Z>utc|gmt)",
    "w": r"(?P<w>[0-6])", "u": r"(?P<u>[1-7])", "%": "%",
}
_PARTS["B"] = "(?P<B>" + "|".join(datetime._FULL_MONTHS) + ")"
_PARTS["b"] = "(?P<b>" + "|".join(datetime._MONTHS) + ")"
_PARTS["A"] = "(?P<A>" + "|".join(datetime._FULL_DAYS) + ")"
_PARTS["a"] = "(?P<a>" + "|".join(datetime._DAYS) + ")"
_LONG = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "F": "%Y-%m-%d",
         "D": "%m/%d/%y", "R": "%H:%M"}


def _pattern(spec):
    for letter in ("c", "x", "X"):
        spec = spec.replace("%" + letter, _LONG[letter])
    out = []
    i = 0
    while i < len(spec):
        c = spec[i]
        i += 1
        if c.isspace():
            while i < len(spec) and spec[i].isspace():
                i += 1
            out.append(r"\s+")
        elif c == "%":
            letter = spec[i:i + 1]
            i += 1
            if not letter:
                raise ValueError(f"stray %% in format '{spec}'")
            if letter not in _PARTS:
                raise ValueError(f"'{letter}' is a bad directive in format '{spec}'")
            out.append(_PARTS[letter])
        else:
            out.append(re.escape(c))
    return "".join(out)


def _index(names, text):
    return [n.lower() for n in names].index(text.lower()) + 1


def _zone(text):
    if text == "Z":
        return datetime.timezone.utc
    digits = text[1:].replace(":", "")
    seconds = int(digits[4:6] or 0)
    offset = datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=seconds)
    offset = -offset if text[0] == "-" else offset
    return datetime.timezone(offset) if offset else datetime.timezone.utc


def parse(cls, text, spec):
    if not isinstance(text, str):
        raise TypeError(f"strptime() argument 1 must be str, not {type(text).__name__}")
    if not isinstance(spec, str):
        raise TypeError(f"strptime() argument 2 must be str, not {type(spec).__name__}")
    found = re.match(_pattern(spec), text, re.IGNORECASE)
    if found is None:
        raise ValueError(f"time data {text!r} does not match format {spec!r}")
    if found.end() != len(text):
        raise ValueError(f"unconverted data remains: {text[found.end():]}")
    parts = {k: v for k, v in found.groupdict().items() if v is not None}
    year = int(parts.get("Y", 1900))
    if "y" in parts:
        year = int(parts["y"])
        year += 2000 if year <= 68 else 1900
    month = int(parts.get("m", 1))
    if "B" in parts:
        month = _index(datetime._FULL_MONTHS, parts["B"])
    if "b" in parts:
        month = _index(datetime._MONTHS, parts["b"])
    day = int(parts.get("d", 1))
    hour = int(parts.get("H", 0))
    if "I" in parts:
        hour = int(parts["I"]) % 12 + (12 if parts.get("p", "am").lower() == "pm" else 0)
    if "j" in parts and "m" not in parts:
        _, month, day = datetime._from_ordinal(datetime._ordinal(year, 1, 1) + int(parts["j"]) - 1)
    micro = int((parts.get("f", "") + "000000")[:6])
    zone = _zone(parts["z"]) if "z" in parts else None
    return cls(year, month, day, hour, int(parts.get("M", 0)), int(parts.get("S", 0)), micro, zone)
