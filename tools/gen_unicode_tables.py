#!/usr/bin/env python3
"""Writes src/vm/unicode_tables.inc: what str's methods need to know of every code point.

    python3 tools/gen_unicode_tables.py > src/vm/unicode_tables.inc

The source is this Python's own str and unicodedata; the version they stand for is in the first line written.
Sets are lists of alternating lengths (outside, inside, outside, …) counted from U+0000. Mappings are ranges
(first, last, step, delta) for those of one code point to one, and rows of up to three code points for others.
"""
import sys
import unicodedata

ALL = range(0x110000)
SURROGATES = range(0xD800, 0xE000)


def chars(predicate):
    return [c for c in ALL if predicate(chr(c))]


def runs(members):
    out, position, previous = [], 0, None
    start = None
    for c in members:
        if previous is None or c != previous + 1:
            if start is not None:
                out += [start - position, previous + 1 - start]
                position = previous + 1
            start = c
        previous = c
    out += [start - position, previous + 1 - start]
    return out


def write_array(kind, name, numbers):
    print(f"inline constexpr {kind} {name}[] = {{")
    line = "   "
    for n in numbers:
        item = f" {n},"
        if len(line) + len(item) > 98:
            print(line)
            line = "   "
        line += item
    print(line)
    print("};")


def ranges(mapping):
    """(first, last, step, delta) with step 1 or 2."""
    out = []
    items = sorted(mapping.items())
    i = 0
    while i < len(items):
        first, delta = items[i][0], items[i][1] - items[i][0]
        best = i
        step = 1
        for try_step in (1, 2):
            j = i
            while (j + 1 < len(items) and items[j + 1][0] == items[j][0] + try_step
                   and items[j + 1][1] - items[j + 1][0] == delta):
                j += 1
            if j > best:
                best, step = j, try_step
        out.append((first, items[best][0], step, delta))
        i = best + 1
    return out


def write_ranges(name, mapping):
    print(f"inline constexpr CaseRange {name}[] = {{")
    line = "   "
    for row in ranges(mapping):
        item = " {%s}," % ",".join(map(str, row))
        if len(line) + len(item) > 98:
            print(line)
            line = "   "
        line += item
    print(line)
    print("};")


def write_special(name, mapping):
    print(f"inline constexpr CaseSpecial {name}[] = {{")
    line = "   "
    for c, text in sorted(mapping.items()):
        row = [ord(x) for x in text] + [0] * (3 - len(text))
        item = " {%d,{%s}}," % (c, ",".join(map(str, row)))
        if len(line) + len(item) > 98:
            print(line)
            line = "   "
        line += item
    print(line)
    print("};")


def mapped(method, base=None):
    """Single and longer results of `method` where it differs from `base` (identity by default)."""
    single, longer = {}, {}
    for c in ALL:
        if c in SURROGATES:
            continue
        text = getattr(chr(c), method)()
        if len(text) > 1:
            longer[c] = text
        else:
            expected = chr(c)
            if base is not None:
                other = getattr(chr(c), base)()
                expected = other if len(other) == 1 else chr(c)
            if text != expected:
                single[c] = ord(text)
    return single, longer


def main():
    print(f"// Written by tools/gen_unicode_tables.py from Unicode {unicodedata.unidata_version}; "
          "not to be edited.")
    print("// clang-format off")
    write_array("std::uint32_t", "kAlphaRuns", runs(chars(str.isalpha)))
    write_array("std::uint32_t", "kPrintableRuns", runs(chars(str.isprintable)))
    write_array("std::uint32_t", "kLowerRuns", runs(chars(str.islower)))
    write_array("std::uint32_t", "kUpperRuns", runs(chars(str.isupper)))
    write_array("std::uint32_t", "kTitleRuns", runs(chars(lambda c: unicodedata.category(c) == "Lt")))
    write_array("std::uint32_t", "kNumericRuns", runs(chars(str.isnumeric)))
    write_array("std::uint32_t", "kDigitRuns", runs(chars(str.isdigit)))
    write_array("std::uint32_t", "kDecimalRuns", runs(chars(str.isdecimal)))
    # Skipped when looking for the letters around a final sigma.
    write_array("std::uint32_t", "kCaseIgnorableRuns",
                runs(chars(lambda c: ("A" + c + "\u03a3").lower()[-1] == "\u03c2"
                           and (c + "\u03a3").lower()[-1] != "\u03c2")))
    for c in ALL:  # what the machine's code relies on
        x = chr(c)
        cased = (x + "a").title()[-1] == "a"
        assert cased == (x.islower() or x.isupper() or unicodedata.category(x) == "Lt"), hex(c)
    decimals = chars(str.isdecimal)
    run = runs(decimals)
    assert all(length % 10 == 0 for length in run[1::2])  # value = (c - start of run) % 10
    at = 0
    for gap, length in zip(run[::2], run[1::2]):
        at += gap
        assert all(unicodedata.decimal(chr(at + i)) == i % 10 for i in range(length))
        at += length
    lower, lower_special = mapped("lower")
    assert list(lower_special) == [0x130]
    upper, upper_special = mapped("upper")
    title, title_special = mapped("title", "upper")
    fold, fold_special = mapped("casefold", "lower")
    write_ranges("kToLower", lower)
    write_ranges("kToUpper", upper)
    write_ranges("kToTitle", title)
    write_ranges("kToFold", fold)
    write_special("kUpperSpecial", upper_special)
    write_special("kTitleSpecial", title_special)
    write_special("kFoldSpecial", fold_special)
    print("// clang-format on")


if __name__ == "__main__":
    sys.exit(main())
