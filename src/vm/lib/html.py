"""Text for web pages."""

__all__ = ["escape", "unescape"]
_NAMES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae",
          "euro": "\u20ac", "hellip": "\u2026", "mdash": "\u2014", "ndash": "\u2013", "middot": "\xb7",
          "laquo": "\xab", "raquo": "\xbb", "deg": "\xb0", "times": "\xd7", "eacute": "\xe9", "auml": "\xe4",
          "ouml": "\xf6", "uuml": "\xfc", "szlig": "\xdf"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    if "&" not in s:
        return s
    import re

    def named(found):
        name = found[1]
        if name[0] == "#":
            n = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
            return "\ufffd" if n == 0 or n > 0x10FFFF or 0xD800 <= n < 0xE000 else chr(n)
        return _NAMES.get(name, found[0])
    return re.sub(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);?", named, s)
