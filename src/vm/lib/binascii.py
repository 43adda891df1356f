"""Bytes to text and back: hexadecimal, Base64; checksums."""

import zlib as _zlib


class Error(ValueError):
    __module__ = "binascii"


class Incomplete(Exception):
    __module__ = "binascii"


_B64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {c: i for i, c in enumerate(_B64)}


def hexlify(data, sep=None, bytes_per_sep=1):
    text = data.hex() if sep is None else data.hex(sep, bytes_per_sep)
    return text.encode()


b2a_hex = hexlify


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    if any([c not in "0123456789abcdefABCDEF" for c in text]):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    data = bytes(data)
    out = bytearray()
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        number = int.from_bytes(part + bytes(3 - len(part)), "big")
        out.append(_B64[number >> 18])
        out.append(_B64[number >> 12 & 63])
        out.append(_B64[number >> 6 & 63] if len(part) > 1 else 61)
        out.append(_B64[number & 63] if len(part) > 2 else 61)
    if newline:
        out.append(10)
    return bytes(out)


def a2b_base64(data, /, *, strict_mode=False):
    if isinstance(data, str):
        data = data.encode("ascii")
    out = bytearray()
    number = count = padding = 0
    for c in data:
        value = _VALUES.get(c)
        if c == 61:
            padding += 1
            if count >= 2 and count + padding >= 4:
                break
            continue
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        padding = 0
        number = number << 6 | value
        count += 1
        if count == 4:
            out += number.to_bytes(3, "big")
            number = count = 0
    if count == 0:
        return bytes(out)
    if count == 1:
        total = len(out) // 3 * 4 + 1
        raise Error(f"Invalid base64-encoded string: number of data characters ({total}) cannot be 1 "
                    "more than a multiple of 4")
    if count + padding < 4:
        raise Error("Incorrect padding")
    out += (number << 6 * (4 - count)).to_bytes(3, "big")[:count - 1]
    return bytes(out)


crc32 = _zlib.crc32
