"""The syntax of format strings, for string.Formatter."""


def parse(text):
    """(literal text, field name, format spec, conversion) for each field; the last three None for text alone."""
    literal = ''
    at = 0
    n = len(text)
    while at < n:
        c = text[at]
        at += 1
        if c == '{':
            if at < n and text[at] == '{':
                at += 1
                yield literal + '{', None, None, None
                literal = ''
                continue
            if at == n:
                raise ValueError("Single '{' encountered in format string")
            end = _end_of_field(text, at)
            yield (literal, *_field(text[at:end]))
            literal = ''
            at = end + 1
        elif c == '}':
            if at < n and text[at] == '}':
                at += 1
                yield literal + '}', None, None, None
                literal = ''
                continue
            raise ValueError("Single '}' encountered in format string")
        else:
            literal += c
    if literal:
        yield literal, None, None, None


def _end_of_field(text, at):
    depth = 1
    bracket = False
    while at < len(text):
        c = text[at]
        if c == '[':
            bracket = True
        elif c == ']':
            bracket = False
        elif c == '{' and not bracket:
            depth += 1
        elif c == '}' and not bracket:
            depth -= 1
            if depth == 0:
                return at
        at += 1
    raise ValueError("expected '}' before end of string")


def _field(text):
    at = 0
    bracket = False
    while at < len(text):
        c = text[at]
        if c == '[':
            bracket = True
        elif c == ']':
            bracket = False
        elif c in ':!' and not bracket:
            break
        at += 1
    name = text[:at]
    conversion = None
    if text[at:at + 1] == '!':
        conversion = text[at + 1:at + 2]
        if not conversion:
            raise ValueError("end of string while looking for conversion specifier")
        at += 2
        if at < len(text) and text[at] != ':':
            raise ValueError("expected ':' after conversion specifier")
    return name, text[at + 1:], conversion


def split(name):
    """The first part of a field's name, and the attributes and items behind it."""
    at = 0
    while at < len(name) and name[at] not in '.[':
        at += 1
    first = name[:at]
    if first.isdigit():
        first = int(first)
    return first, list(_rest(name, at))


def _rest(name, at):
    while at < len(name):
        if name[at] == '.':
            end = at + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            if end == at + 1:
                raise ValueError("Empty attribute in format string")
            yield True, name[at + 1:end]
            at = end
            continue
        if name[at] != '[':
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        end = name.find(']', at)
        if end < 0:
            raise ValueError("Missing ']' in format string")
        key = name[at + 1:end]
        if not key:
            raise ValueError("Empty attribute in format string")
        yield False, int(key) if key.isdigit() else key
        at = end + 1
