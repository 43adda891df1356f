"""Encoding and decoding by name."""

import io

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_UTF16 = BOM_LE = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"


class CodecInfo(tuple):
    def __new__(cls, encode, decode, name):
        self = super().__new__(cls, (encode, decode, None, None))
        self.encode, self.decode, self.name = encode, decode, name
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


def _others(name):
    import base64
    import binascii
    rotated = str.maketrans({chr(a + i): chr(a + (i + 13) % 26) for a in (65, 97) for i in range(26)})
    return {"rot13": [lambda s: s.translate(rotated)] * 2, "hex": [binascii.hexlify, binascii.unhexlify],
            "base64": [base64.encodebytes, base64.decodebytes]}.get(name.lower().replace("_", "").replace("-codec", "")
                                                                    .replace("codec", ""))


def encode(obj, encoding="utf-8", errors="strict"):
    other = _others(encoding)
    return other[0](obj) if other else obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    other = _others(encoding)
    return other[1](obj) if other else bytes(obj).decode(encoding, errors)


def lookup(encoding):
    if not _others(encoding):
        "".encode(encoding)
    name = encoding.lower().replace("_", "-")
    name = {"utf8": "utf-8", "latin-1": "iso8859-1", "latin1": "iso8859-1", "iso-8859-1": "iso8859-1",
            "us-ascii": "ascii"}.get(name, name)
    return CodecInfo(lambda s, errors="strict": (encode(s, encoding, errors), len(s)),
                     lambda b, errors="strict": (decode(b, encoding, errors), len(b)), name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


class IncrementalDecoder:
    def __init__(self, encoding, errors="strict"):
        self._encoding, self._errors = encoding, errors
        self.reset()

    def reset(self):
        self._rest = b""

    def decode(self, input, final=False):
        data = self._rest + input
        self._rest = b""
        for keep in range(4):
            try:
                text = data[:len(data) - keep].decode(self._encoding)
                self._rest = data[len(data) - keep:]
                return text
            except UnicodeDecodeError:
                if final:
                    break
        return data.decode(self._encoding, self._errors)


def getincrementaldecoder(encoding):
    return lambda errors="strict": IncrementalDecoder(encoding, errors)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    return io.open(filename, mode, encoding=encoding, errors=errors) if encoding else io.open(filename, mode)
