"""Words of a command line."""

__all__ = ["split", "quote", "join"]


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    if not posix:
        raise NotImplementedError("shlex.split(posix=False) is not supported here")
    words, word, quote = [], None, ""
    i = 0
    while i < len(s):
        c = s[i]
        i += 1
        if quote:
            if c == quote:
                quote = ""
            elif c == "\\" and quote == '"':
                if i == len(s):
                    raise ValueError("No escaped character")
                word += s[i] if s[i] in '"\\' else c + s[i]
                i += 1
            else:
                word += c
        elif c in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif comments and c == "#":
            i = s.find("\n", i) % (len(s) + 1)
        elif c in "\"'":
            quote, word = c, word or ""
        else:
            if c == "\\":
                if i == len(s):
                    raise ValueError("No escaped character")
                c = s[i]
                i += 1
            word = (word or "") + c
    if quote:
        raise ValueError("No closing quotation")
    return words if word is None else words + [word]


def quote(s):
    if not s:
        return "''"
    if s.isascii() and all(c.isalnum() or c in "_@%+=:,./-" for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(map(quote, split_command))
