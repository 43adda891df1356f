"""Checksums; compression is not supported here."""


class error(Exception):
    __module__ = "zlib"


def _table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (0xEDB88320 if n & 1 else 0)
        table.append(n)
    return table


_TABLE = _table()


def crc32(data, value=0):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    table = _TABLE
    crc = value ^ 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ table[(crc ^ byte) & 255]
    return crc ^ 0xFFFFFFFF


def adler32(data, value=1):
    a, b = value & 0xFFFF, value >> 16
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def compress(data, *args, **options):
    raise error("zlib.compress() is not supported here")


def decompress(data, *args, **options):
    raise error("zlib.decompress() is not supported here")
