#!/usr/bin/env python3
"""Writes unicode_identifier.inc: which code points may start or continue a Python identifier.

Run with the Python whose Unicode version is wanted: python3 unicode_identifier.py > unicode_identifier.inc
"""

import unicodedata


def ranges(accepts):
    """Maximal runs [first, last] of non-ASCII code points that `accepts` takes."""
    found = []
    for code in range(0x80, 0x110000):
        if 0xD800 <= code <= 0xDFFF or not accepts(chr(code)):
            continue
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def table(name, pairs):
    print(f"constexpr CodePointRange {name}[] = {{")
    for i in range(0, len(pairs), 5):
        print("    " + " ".join(f"{{0x{a:X}, 0x{b:X}}}," for a, b in pairs[i : i + 5]))
    print("};")


print(f"// Written by unicode_identifier.py from Unicode {unicodedata.unidata_version}.")
table("kIdentifierStart", ranges(str.isidentifier))
table("kIdentifierContinue", ranges(lambda c: ("a" + c).isidentifier()))
