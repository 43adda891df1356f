"""Regular expressions: the compiler of patterns, and the objects programs see. The matcher is native."""

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile",
           "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII",
           "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag"]

import _re

_FLAG_NAMES = ((2, "IGNORECASE"), (4, "LOCALE"), (8, "MULTILINE"), (16, "DOTALL"), (32, "UNICODE"),
               (64, "VERBOSE"), (128, "DEBUG"), (256, "ASCII"))


class RegexFlag(int):
    def __repr__(self):
        names = [f"re.{name}" for bit, name in _FLAG_NAMES if self & bit]
        return "|".join(names) or "re.NOFLAG"

    __str__ = __repr__

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    __ror__ = __or__

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return "|".join([name for bit, name in _FLAG_NAMES if self & bit]) or "NOFLAG"


NOFLAG = RegexFlag(0)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)
A = ASCII = RegexFlag(256)
_LETTERS = {"i": 2, "L": 4, "m": 8, "s": 16, "u": 32, "x": 64, "a": 256}


class error(Exception):
    """A pattern that is not a regular expression."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


_CLASSES = {"d": 1, "D": 2, "s": 3, "S": 4, "w": 5, "W": 6}
_SIMPLE = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_LETTER = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGIT = "0123456789"
_OCTAL = "01234567"
_HEX = "0123456789abcdefABCDEF"
_MANY = 4294967295


class _Parser:
    """A pattern's text to a tree of tuples."""

    def __init__(self, source, text, flags):
        self.source = source   # as given: for errors
        self.text = text
        self.at = 0
        self.flags = flags
        self.groups = 0
        self.names = {}
        self.open_groups = []
        self.closed = []       # groups in the order in which they end
        self.references = []

    def fail(self, message, at=None):
        raise error(message, self.source, self.at if at is None else at)

    def peek(self):
        return self.text[self.at:self.at + 1]

    def take(self):
        c = self.text[self.at:self.at + 1]
        if c:
            self.at += 1
        return c

    def taken(self, word):
        if self.text.startswith(word, self.at):
            self.at += len(word)
            return True
        return False

    def parse(self):
        tree = self.alternatives(self.flags, True)
        if self.at < len(self.text):
            self.fail("unbalanced parenthesis")
        for group, at in self.references:
            if group > self.groups:
                self.fail(f"invalid group reference {group}", at)
        return tree

    def alternatives(self, flags, top=False):
        branches = []
        while True:
            branch, flags = self.sequence(flags, top and not branches)
            branches.append(branch)
            if not self.taken("|"):
                break
        if top:
            self.flags |= flags & ~self.flags
        return branches[0] if len(branches) == 1 else ("alt", branches)

    def sequence(self, flags, top):
        items = []
        while self.at < len(self.text):
            c = self.peek()
            if c == "|" or c == ")":
                break
            if flags & 64:
                if c in " \t\n\r\v\f":
                    self.at += 1
                    continue
                if c == "#":
                    end = self.text.find("\n", self.at)
                    self.at = len(self.text) if end < 0 else end + 1
                    continue
            start = self.at
            if c == "(":
                node, new_flags = self.group(flags, top and not items and start == 0)
                if new_flags is not None:
                    flags = new_flags
                if node is None:
                    continue
            else:
                node = self.atom(flags)
            items.append(self.repeated(node, start, flags))
        return ("seq", items), flags

    def atom(self, flags):
        start = self.at
        c = self.take()
        if c == ".":
            return ("any", bool(flags & 16))
        if c == "^":
            return ("at", 2 if flags & 8 else 0)
        if c == "$":
            return ("at", 3 if flags & 8 else 1)
        if c == "[":
            return self.charset(flags, start)
        if c == "\\":
            return self.escape(flags, start)
        if c in "*+?":
            self.fail("nothing to repeat", start)
        return ("char", ord(c), bool(flags & 2))

    # --- repetition

    def bounds(self):
        """What stands between braces at this place, or None."""
        start = self.at
        end = self.text.find("}", start)
        if end < 0:
            return None
        inside = self.text[start + 1:end]
        low, comma, high = inside.partition(",")
        if not inside or (low and not all([d in _DIGIT for d in low])) or \
                (high and not all([d in _DIGIT for d in high])) or (not low and not comma):
            return None
        least = int(low) if low else 0
        most = least if not comma else int(high) if high else -1
        if least >= _MANY or most >= _MANY:
            raise OverflowError("the repetition number is too large")
        if 0 <= most < least:
            self.fail("min repeat greater than max repeat", start + 1)
        self.at = end + 1
        return least, most

    def repeated(self, node, start, flags):
        first = True
        while True:
            if flags & 64:
                self.skip_verbose()
            c = self.peek()
            here = self.at
            if c == "*":
                bounds = (0, -1)
                self.at += 1
            elif c == "+":
                bounds = (1, -1)
                self.at += 1
            elif c == "?":
                bounds = (0, 1)
                self.at += 1
            elif c == "{":
                bounds = self.bounds()
                if bounds is None:
                    return node
            else:
                return node
            if node[0] == "at":
                self.fail("nothing to repeat", here)
            if not first:
                self.fail("multiple repeat", here)
            first = False
            kind = "lazy" if self.taken("?") else "possessive" if self.taken("+") else "greedy"
            node = ("repeat", node, bounds[0], bounds[1], kind)

    def skip_verbose(self):
        while self.at < len(self.text):
            c = self.peek()
            if c in " \t\n\r\v\f":
                self.at += 1
            elif c == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end + 1
            else:
                return

    # --- escapes and sets

    def number(self, digits, most, base):
        start = self.at
        while self.at - start < most and self.peek() and self.peek() in digits:
            self.at += 1
        return self.text[start:self.at]

    def code_point(self, c, start):
        """The character an escape stands for that means the same everywhere, or None."""
        if c in _SIMPLE and c != "b":
            return _SIMPLE[c]
        if c in "xuU" and (c == "x" or isinstance(self.source, str)):
            length = {"x": 2, "u": 4, "U": 8}[c]
            digits = self.number(_HEX, length, 16)
            if len(digits) != length:
                self.fail(f"incomplete escape \\{c}{digits}", start)
            value = int(digits, 16)
            if value > 0x10FFFF:
                self.fail(f"bad escape \\{c}{digits}", start)
            return value
        if c == "0":
            digits = self.number(_OCTAL, 2, 8)
            return int("0" + digits, 8)
        return None

    def escape(self, flags, start):
        c = self.take()
        if not c:
            self.fail("bad escape (end of pattern)", start)
        ascii_only = bool(flags & 256) or not isinstance(self.source, str)
        if c in _CLASSES:
            return ("set", False, False, [(_CLASSES[c] + (6 if ascii_only else 0), 0, 0)])
        if c == "A":
            return ("at", 0)
        if c == "Z":
            return ("at", 6)
        if c in "bB":
            return ("at", (7 if ascii_only else 4) + (c == "B"))
        if c in "123456789":
            digits = c + self.number(_DIGIT, 1, 10)
            if len(digits) == 2 and all([d in _OCTAL for d in digits]) and self.peek() and \
                    self.peek() in _OCTAL and c in "0123":
                return ("char", int(digits + self.take(), 8) & 0xFF, bool(flags & 2))
            group = int(digits)
            if group > self.groups:
                self.fail(f"invalid group reference {group}", start + 1)
            if group in self.open_groups:
                self.fail("cannot refer to an open group", start)
            return ("ref", group, bool(flags & 2))
        value = self.code_point(c, start)
        if value is None:
            if c in _LETTER:
                self.fail(f"bad escape \\{c}", start)
            value = ord(c)
        return ("char", value, bool(flags & 2))

    def charset(self, flags, start):
        negated = self.taken("^")
        items = []
        ascii_only = bool(flags & 256) or not isinstance(self.source, str)
        first = True
        while True:
            here = self.at
            c = self.take()
            if not c:
                self.fail("unterminated character set", start)
            if c == "]" and not first:
                break
            first = False
            low = self.set_member(c, here, ascii_only)
            if self.peek() == "-" and self.text[self.at + 1:self.at + 2] not in ("]", ""):
                self.at += 1
                there = self.at
                c = self.take()
                high = self.set_member(c, there, ascii_only)
                if isinstance(low, tuple) or isinstance(high, tuple) or high < low:
                    self.fail(f"bad character range {self.text[here:self.at]}", here)
                items.append((0, low, high))
            elif isinstance(low, tuple):
                items.append(low)
            else:
                items.append((0, low, low))
            if self.at >= len(self.text):
                self.fail("unterminated character set", start)
        if len(items) == 1 and not negated and items[0][0] == 0 and items[0][1] == items[0][2]:
            return ("char", items[0][1], bool(flags & 2))
        return ("set", negated, bool(flags & 2), items)

    def set_member(self, c, here, ascii_only):
        if c != "\\":
            return ord(c)
        c = self.take()
        if not c:
            self.fail("bad escape (end of pattern)", here)
        if c in _CLASSES:
            return (_CLASSES[c] + (6 if ascii_only else 0), 0, 0)
        if c == "b":
            return 8
        if c in _OCTAL:
            digits = c + self.number(_OCTAL, 2, 8)
            value = int(digits, 8)
            if value > 0o377:
                self.fail(f"octal escape value \\{digits} outside of range 0-0o377", here)
            return value
        value = self.code_point(c, here)
        if value is None:
            if c in _LETTER or c in _DIGIT:
                self.fail(f"bad escape \\{c}", here)
            value = ord(c)
        return value

    # --- groups

    def name(self, end, start):
        close = self.text.find(end, self.at)
        if close < 0:
            if self.at >= len(self.text):
                self.fail("missing group name")
            self.fail(f"missing {end}, unterminated name", self.at)
        name = self.text[self.at:close]
        if not name:
            self.fail("missing group name")
        return name, close

    def group(self, flags, at_start):
        """A node and None; or None and the flags from here on."""
        start = self.at
        self.at += 1
        if not self.taken("?"):
            return self.capture(None, flags, start), None
        c = self.take()
        if not c:
            self.fail("unexpected end of pattern")
        if c == "P":
            return self.named(flags, start), None
        if c == ":":
            return self.finish(self.alternatives(flags), start), None
        if c == ">":
            return ("atomic", self.finish(self.alternatives(flags), start)), None
        if c == "#":
            end = self.text.find(")", self.at)
            if end < 0:
                self.fail("missing ), unterminated comment", start)
            self.at = end + 1
            return None, None
        if c in "=!":
            return ("look", c == "!", True, self.finish(self.alternatives(flags), start)), None
        if c == "<":
            c = self.take()
            if not c:
                self.fail("unexpected end of pattern")
            if c not in "=!":
                self.fail(f"unknown extension ?<{c}", start + 1)
            return ("look", c == "!", False, self.finish(self.alternatives(flags), start)), None
        if c == "(":
            return self.conditional(flags, start), None
        if c in _LETTERS or c == "-":
            return self.inline_flags(c, flags, start, at_start)
        self.fail(f"unknown extension ?{c}", start + 1)

    def finish(self, node, start):
        if not self.taken(")"):
            self.fail("missing ), unterminated subpattern", start)
        return node

    def capture(self, name, flags, start):
        self.groups += 1
        index = self.groups
        if name is not None:
            if name in self.names:
                self.fail(f"redefinition of group name {name!r} as group {index}; "
                          f"was group {self.names[name]}", start + 4)
            self.names[name] = index
        self.open_groups.append(index)
        node = self.finish(self.alternatives(flags), start)
        self.open_groups.remove(index)
        self.closed.append(index)
        return ("group", index, node)

    def named(self, flags, start):
        if self.taken("<"):
            at = self.at
            name, close = self.name(">", start)
            if not name.isidentifier():
                self.fail(f"bad character in group name {name!r}", at)
            self.at = close + 1
            return self.capture(name, flags, start)
        if self.taken("="):
            at = self.at
            name, close = self.name(")", start)
            if not name.isidentifier():
                self.fail(f"bad character in group name {name!r}", at)
            if name not in self.names:
                self.fail(f"unknown group name {name!r}", at)
            if self.names[name] in self.open_groups:
                self.fail("cannot refer to an open group", at)
            self.at = close + 1
            return ("ref", self.names[name], bool(flags & 2))
        c = self.take()
        if not c:
            self.fail("unexpected end of pattern")
        self.fail(f"unknown extension ?P{c}", start + 1)

    def conditional(self, flags, start):
        at = self.at
        name, close = self.name(")", start)
        if name.isidentifier():
            if name not in self.names:
                self.fail(f"unknown group name {name!r}", at)
            group = self.names[name]
        elif all([d in _DIGIT for d in name]):
            group = int(name)
            if group == 0:
                self.fail("bad group number", at)
            self.references.append((group, at))
        else:
            self.fail(f"bad character in group name {name!r}", at)
        self.at = close + 1
        yes, flags = self.sequence(flags, False)
        no = ("seq", [])
        if self.taken("|"):
            no, flags = self.sequence(flags, False)
            if self.peek() == "|":
                self.fail("conditional backref with more than two branches")
        return ("if", group, yes, self.finish(no, start))

    def inline_flags(self, c, flags, start, at_start):
        on = off = 0
        while c in _LETTERS:
            on |= _LETTERS[c]
            c = self.take()
            if not c:
                self.fail("missing -, : or )")
        if c == ")":
            if not at_start and start != 0:
                self.fail("global flags not at the start of the expression", start)
            self.flags |= on
            return None, flags | on
        if c == "-":
            c = self.take()
            if not c or c not in _LETTERS:
                self.fail("missing flag" if not c else "unknown flag")
            while c in _LETTERS:
                off |= _LETTERS[c]
                c = self.take()
                if not c:
                    self.fail("missing :")
        if c != ":":
            self.fail("missing :" if off else "unknown flag", self.at - 1)
        return self.finish(self.alternatives((flags | on) & ~off), start), None


_SINGLE = ("char", "any", "set")


class _Writer:
    """A tree to the matcher's instructions."""

    def __init__(self, parser):
        self.code = []
        self.slots = parser.groups * 2 + 2
        self.parser = parser

    def emit(self, *words):
        at = len(self.code)
        self.code.extend(words)
        return at

    def write(self, node):
        getattr(self, "write_" + node[0])(node)

    def write_char(self, node):
        c = chr(node[1])
        if node[2] and (c.lower() != c or c.upper() != c) and len(c.lower()) == 1:
            self.emit(_re.CharFold, ord(c.lower()))
        else:
            self.emit(_re.Char, node[1])

    def write_any(self, node):
        self.emit(_re.Any if node[1] else _re.AnyNoNewline)

    def write_set(self, node):
        at = self.emit(_re.Set, 0, int(node[1]), int(node[2]))
        for item in node[3]:
            self.emit(*item)
        self.code[at + 1] = len(self.code)

    def write_at(self, node):
        self.emit(_re.At, node[1])

    def write_seq(self, node):
        for item in node[1]:
            self.write(item)

    def write_alt(self, node):
        jumps = []
        for branch in node[1][:-1]:
            split = self.emit(_re.Split, 0, 0)
            self.code[split + 1] = len(self.code)
            self.write(branch)
            jumps.append(self.emit(_re.Jump, 0))
            self.code[split + 2] = len(self.code)
        self.write(node[1][-1])
        for jump in jumps:
            self.code[jump + 1] = len(self.code)

    def write_group(self, node):
        self.emit(_re.Save, node[1] * 2)
        self.write(node[2])
        self.emit(_re.Save, node[1] * 2 + 1)

    def write_ref(self, node):
        self.emit(_re.Group, node[1], int(node[2]))

    def write_atomic(self, node):
        self.emit(_re.Atomic)
        self.write(node[1])
        self.emit(_re.AtomicEnd)

    def write_look(self, node):
        width = -1
        if not node[2]:
            low, high = self.width(node[3])
            if low != high:
                raise error("look-behind requires fixed-width pattern")
            width = low
        at = self.emit(_re.Look, int(node[1]), width, 0)
        self.write(node[3])
        self.emit(_re.LookEnd)
        self.code[at + 3] = len(self.code)

    def write_if(self, node):
        at = self.emit(_re.IfGroup, node[1], 0)
        self.write(node[2])
        jump = self.emit(_re.Jump, 0)
        self.code[at + 2] = len(self.code)
        self.write(node[3])
        self.code[jump + 1] = len(self.code)

    def write_repeat(self, node):
        kind, body, least, most, how = node
        if how == "possessive":
            self.write_atomic(("atomic", (kind, body, least, most, "greedy")))
            return
        lazy = int(how == "lazy")
        if body[0] in _SINGLE:
            at = self.emit(_re.Repeat, least, most, lazy, 0)
            self.write(body)
            self.code[at + 4] = len(self.code)
        elif least == 0 and most == 1:
            split = self.emit(_re.Split, 0, 0)
            inside = len(self.code)
            self.write(body)
            behind = len(self.code)
            self.code[split + 1:split + 3] = [behind, inside] if lazy else [inside, behind]
        else:
            counter = self.slots
            self.slots += 2
            self.emit(_re.Zero, counter)
            loop = self.emit(_re.Loop, counter, counter + 1, least, most, lazy, 0)
            self.emit(_re.Count, counter, counter + 1)
            self.write(body)
            self.emit(_re.Jump, loop)
            self.code[loop + 6] = len(self.code)

    def width(self, node):
        kind = node[0]
        if kind in _SINGLE:
            return 1, 1
        if kind == "seq":
            parts = [self.width(item) for item in node[1]]
            return sum([p[0] for p in parts]), sum([p[1] for p in parts])
        if kind == "alt":
            parts = [self.width(item) for item in node[1]]
            return min([p[0] for p in parts]), max([p[1] for p in parts])
        if kind == "group":
            return self.width(node[2])
        if kind == "atomic":
            return self.width(node[1])
        if kind == "repeat":
            low, high = self.width(node[1])
            return low * node[2], (high * node[3] if node[3] >= 0 else _MANY)
        if kind == "if":
            yes, no = self.width(node[2]), self.width(node[3])
            return min(yes[0], no[0]), max(yes[1], no[1])
        if kind == "ref":
            return 0, _MANY
        return 0, 0


class Pattern:
    """A compiled pattern."""

    __module__ = "re"

    def __init__(self, pattern, flags):
        is_bytes = isinstance(pattern, (bytes, bytearray))
        if not is_bytes and not isinstance(pattern, str):
            raise TypeError("first argument must be string or compiled pattern")
        if is_bytes and flags & 32:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if not is_bytes and flags & 4:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & 256 and flags & 32:
            raise ValueError("ASCII and UNICODE flags are incompatible")
        text = pattern.decode("latin-1") if is_bytes else pattern
        parser = _Parser(pattern, text, flags)
        tree = parser.parse()
        writer = _Writer(parser)
        writer.emit(_re.Save, 0)
        writer.write(tree)
        writer.emit(_re.Save, 1, _re.Match)
        self.pattern = pattern
        self.groups = parser.groups
        self.groupindex = parser.names
        self.flags = int(parser.flags)
        if not is_bytes and not self.flags & 256:
            self.flags |= 32
        self._closed = parser.closed
        self._is_bytes = is_bytes
        self._program = _re.compile(writer.code, writer.slots, parser.groups)

    def _subject(self, string):
        if self._is_bytes:
            if isinstance(string, bytearray):
                return bytes(string)
            if not isinstance(string, bytes):
                if isinstance(string, str):
                    raise TypeError("cannot use a bytes pattern on a string-like object")
                raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}")
        elif not isinstance(string, str):
            if isinstance(string, (bytes, bytearray)):
                raise TypeError("cannot use a string pattern on a bytes-like object")
            raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}")
        return string

    def _run(self, string, pos, endpos, mode):
        subject = self._subject(string)
        pos = max(0, min(pos, len(subject)))
        endpos = len(subject) if endpos is None else max(0, min(endpos, len(subject)))
        spans = _re.run(self._program, subject, pos, endpos, mode, False)
        return None if spans is None else Match(self, string, pos, endpos, spans)

    def match(self, string, pos=0, endpos=None):
        return self._run(string, pos, endpos, 0)

    def search(self, string, pos=0, endpos=None):
        return self._run(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._run(string, pos, endpos, 2)

    def _spans(self, string, pos, endpos):
        subject = self._subject(string)
        pos = max(0, min(pos, len(subject)))
        endpos = len(subject) if endpos is None else max(0, min(endpos, len(subject)))
        must_advance = False
        while True:
            spans = _re.run(self._program, subject, pos, endpos, 1, must_advance)
            if spans is None:
                return
            yield spans
            must_advance = spans[0] == spans[1]
            pos = spans[1]

    def finditer(self, string, pos=0, endpos=None):
        size = len(self._subject(string))
        end = size if endpos is None else min(endpos, size)
        return (Match(self, string, pos, end, spans) for spans in self._spans(string, pos, endpos))

    def findall(self, string, pos=0, endpos=None):
        found = []
        empty = b"" if self._is_bytes else ""
        for spans in self._spans(string, pos, endpos):
            if self.groups == 0:
                found.append(string[spans[0]:spans[1]])
            else:
                parts = [string[spans[i]:spans[i + 1]] if spans[i + 1] >= 0 else empty
                         for i in range(2, len(spans), 2)]
                found.append(parts[0] if self.groups == 1 else tuple(parts))
        return found

    def split(self, string, maxsplit=0):
        parts = []
        at = 0
        if maxsplit < 0:
            return [string]
        for spans in self._spans(string, 0, None):
            parts.append(string[at:spans[0]])
            for i in range(2, len(spans), 2):
                parts.append(string[spans[i]:spans[i + 1]] if spans[i + 1] >= 0 else None)
            at = spans[1]
            maxsplit -= 1
            if maxsplit == 0:
                break
        parts.append(string[at:])
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        empty = b"" if self._is_bytes else ""
        if callable(repl):
            replacement = repl
        else:
            template = _template(self, repl)
            if len(template) <= 1 and not any([isinstance(p, int) for p in template]):
                fixed = template[0] if template else empty
                replacement = None
            else:
                def replacement(m):
                    return _expanded(m, template, empty)
        parts = []
        at = 0
        done = 0
        for spans in self._spans(string, 0, None):
            parts.append(string[at:spans[0]])
            if replacement is None:
                parts.append(fixed)
            else:
                parts.append(replacement(Match(self, string, 0, len(string), spans)))
            at = spans[1]
            done += 1
            if done == count:
                break
        parts.append(string[at:])
        return empty.join(parts), done

    def scanner(self, string, pos=0, endpos=None):
        raise NotImplementedError("Pattern.scanner() is not supported here")

    def __repr__(self):
        flags = self.flags
        if not self._is_bytes:
            flags &= ~32
        text = repr(self.pattern)
        if len(text) > 200:
            text = text[:200]
        return f"re.compile({text}, {RegexFlag(flags)!r})" if flags else f"re.compile({text})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        return cls


class Match:
    """What a pattern matched."""

    __module__ = "re"

    def __init__(self, pattern, string, pos, endpos, spans):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._spans = spans

    def _index(self, group):
        if isinstance(group, str):
            index = self.re.groupindex.get(group)
            if index is None:
                raise IndexError("no such group")
            return index
        try:
            index = group.__index__()
        except AttributeError:
            raise IndexError("no such group") from None
        if not 0 <= index <= self.re.groups:
            raise IndexError("no such group")
        return index

    def _text(self, index, default=None):
        start, end = self._spans[index * 2], self._spans[index * 2 + 1]
        return default if end < 0 else self.string[start:end]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._index(groups[0]))
        return tuple([self._text(self._index(g)) for g in groups])

    def __getitem__(self, group):
        return self._text(self._index(group))

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(i, default) for name, i in self.re.groupindex.items()}

    def start(self, group=0):
        index = self._index(group) * 2
        return self._spans[index] if self._spans[index + 1] >= 0 else -1

    def end(self, group=0):
        return self._spans[self._index(group) * 2 + 1]

    def span(self, group=0):
        return self.start(group), self.end(group)

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        for index in reversed(self.re._closed):
            if self._spans[index * 2 + 1] >= 0:
                return index
        return None

    @property
    def lastgroup(self):
        index = self.lastindex
        for name, i in self.re.groupindex.items():
            if i == index:
                return name
        return None

    def expand(self, template):
        empty = b"" if self.re._is_bytes else ""
        return _expanded(self, _template(self.re, template), empty)

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self._text(0)!r}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _expanded(match, template, empty):
    return empty.join([match._text(p, empty) if isinstance(p, int) else p for p in template])


def _template(pattern, template):
    """The parts of a replacement: texts and numbers of groups."""
    is_bytes = isinstance(template, (bytes, bytearray))
    text = template.decode("latin-1") if is_bytes else template
    if "\\" not in text:
        return [template] if template else []
    parts = []
    literal = []

    def add_group(index, at):
        if index > pattern.groups:
            raise error(f"invalid group reference {index}", template, at)
        if literal:
            parts.append("".join(literal))
            literal.clear()
        parts.append(index)

    at = 0
    while at < len(text):
        c = text[at]
        at += 1
        if c != "\\":
            literal.append(c)
            continue
        start = at - 1
        c = text[at:at + 1]
        at += 1
        if not c:
            raise error("bad escape (end of pattern)", template, start)
        if c == "g":
            at = _named_reference(pattern, template, text, at, add_group)
        elif c == "0":
            digits = "0"
            while len(digits) < 3 and text[at:at + 1] and text[at] in _OCTAL:
                digits += text[at]
                at += 1
            literal.append(chr(int(digits, 8) & 0xFF))
        elif c in _DIGIT:
            digits = c
            if text[at:at + 1] and text[at] in _DIGIT:
                digits += text[at]
                at += 1
                if c in _OCTAL and digits[1] in _OCTAL and text[at:at + 1] and text[at] in _OCTAL:
                    value = int(digits + text[at], 8)
                    at += 1
                    if value > 0o377:
                        raise error(f"octal escape value \\{text[start + 1:at]} outside of range "
                                    "0-0o377", template, start)
                    literal.append(chr(value))
                    continue
            add_group(int(digits), start + 1)
        elif c in _SIMPLE:
            literal.append(chr(_SIMPLE[c]))
        elif c in _LETTER:
            raise error(f"bad escape \\{c}", template, start)
        else:
            literal.append("\\" + c)
    if literal:
        parts.append("".join(literal))
    if is_bytes:
        parts = [p if isinstance(p, int) else p.encode("latin-1") for p in parts]
    return parts


def _named_reference(pattern, template, text, at, add_group):
    if text[at:at + 1] != "<":
        raise error("missing <", template, at)
    close = text.find(">", at)
    if close < 0:
        if at + 1 >= len(text):
            raise error("missing group name", template, at + 1)
        raise error("missing >, unterminated name", template, at + 1)
    name = text[at + 1:close]
    if not name:
        raise error("missing group name", template, at + 1)
    if all([d in _DIGIT for d in name]):
        add_group(int(name), at + 1)
    elif not name.isidentifier():
        raise error(f"bad character in group name {name!r}", template, at + 1)
    elif name not in pattern.groupindex:
        raise IndexError(f"unknown group name {name!r}")
    else:
        add_group(pattern.groupindex[name], at + 1)
    return close + 1


_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = (type(pattern), pattern, int(flags))
    try:
        found = _cache.get(key)
    except TypeError:
        raise TypeError("first argument must be string or compiled pattern") from None
    if found is None:
        found = Pattern(pattern, int(flags))
        if len(_cache) >= 256:
            _cache.clear()
        _cache[key] = found
    return found


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _cache.clear()


_SPECIAL = frozenset("()[]{}?*+-|^$\\.&~# \t\n\r\v\f")


def escape(pattern):
    if isinstance(pattern, str):
        return "".join(["\\" + c if c in _SPECIAL else c for c in pattern])
    return escape(str(pattern, "latin-1")).encode("latin-1")
