"""Differences of sequences."""

import heapq
from collections import namedtuple

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "unified_diff", "context_diff", "Match"]
Match = namedtuple("Match", "a b size")


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self._blocks = self._codes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self._blocks = self._codes = self._counts = None
        self.b2j = b2j = {}
        for i, item in enumerate(b):
            b2j.setdefault(item, []).append(i)
        self.bjunk = {item for item in b2j if self.isjunk and self.isjunk(item)}
        self.bpopular = set()
        for item in self.bjunk:
            del b2j[item]
        if self.autojunk and len(b) >= 200:
            self.bpopular = {item for item, places in b2j.items() if len(places) > len(b) // 100 + 1}
            for item in self.bpopular:
                del b2j[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        i0, j0, best = alo, blo, 0
        lengths = {}
        for i in range(alo, ahi):
            new = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = new[j] = lengths.get(j - 1, 0) + 1
                if k > best:
                    i0, j0, best = i - k + 1, j - k + 1, k
            lengths = new
        for wanted in (False, True):  # without junk first, then with it
            while i0 > alo and j0 > blo and (b[j0 - 1] in junk) == wanted and a[i0 - 1] == b[j0 - 1]:
                i0, j0, best = i0 - 1, j0 - 1, best + 1
            while i0 + best < ahi and j0 + best < bhi and (b[j0 + best] in junk) == wanted \
                    and a[i0 + best] == b[j0 + best]:
                best += 1
        return Match(i0, j0, best)

    def get_matching_blocks(self):
        if self._blocks is not None:
            return self._blocks
        todo = [(0, len(self.a), 0, len(self.b))]
        found = []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, k = match = self.find_longest_match(alo, ahi, blo, bhi)
            if k:
                found.append(match)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + k < ahi and j + k < bhi:
                    todo.append((i + k, ahi, j + k, bhi))
        joined = [Match(0, 0, 0)]
        for i, j, k in sorted(found):
            i1, j1, k1 = joined[-1]
            if i1 + k1 == i and j1 + k1 == j:
                joined[-1] = Match(i1, j1, k1 + k)
            else:
                joined.append(Match(i, j, k))
        self._blocks = [m for m in joined if m[2]] + [Match(len(self.a), len(self.b), 0)]
        return self._blocks

    def get_opcodes(self):
        if self._codes is None:
            i = j = 0
            self._codes = codes = []
            for ai, bj, size in self.get_matching_blocks():
                if i < ai or j < bj:
                    codes.append(("replace" if i < ai and j < bj else "delete" if i < ai else "insert", i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    codes.append(("equal", ai, i, bj, j))
        return self._codes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes()[:] or [("equal", 0, 1, 0, 1)]
        if codes[0][0] == "equal":
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        return _ratio(sum(m[2] for m in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        counts = {}
        for item in self.b:
            counts[item] = counts.get(item, 0) + 1
        matches = 0
        for item in self.a:
            if counts.get(item, 0) > 0:
                matches += 1
                counts[item] -= 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    found = []
    s = SequenceMatcher()
    s.set_seq2(word)
    for x in possibilities:
        s.set_seq1(x)
        if s.real_quick_ratio() >= cutoff and s.quick_ratio() >= cutoff and s.ratio() >= cutoff:
            found.append((s.ratio(), x))
    return [x for _, x in heapq.nlargest(n, found)]


def _range(start, stop, context):
    length = stop - start
    if context:
        start += length > 0
        return str(start) if length <= 1 else f"{start},{start + length - 1}"
    if length == 1:
        return str(start + 1)
    return f"{start + (length > 0)},{length}"


def _headers(marks, fromfile, tofile, fromdate, todate, end):
    for mark, name, date in zip(marks, (fromfile, tofile), (fromdate, todate)):
        yield mark + " " + name + ("\t" + date if date else "") + end


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _headers(("---", "+++"), fromfile, tofile, fromfiledate, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2], 0)} +{_range(first[3], last[4], 0)} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (" " + line for line in a[i1:i2])
                continue
            yield from ("-" + line for line in a[i1:i2])
            yield from ("+" + line for line in b[j1:j2])


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield from _headers(("***", "---"), fromfile, tofile, fromfiledate, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield "*" * 15 + lineterm
        for lines, at, stars, other in ((a, 1, "***", "insert"), (b, 3, "---", "delete")):
            yield f"{stars} {_range(first[at], last[at + 1], 1)} {stars[0] * 4}{lineterm}"
            if any(code[0] not in ("equal", other) for code in group):
                for code in group:
                    if code[0] != other:
                        yield from (marks[code[0]] + line for line in lines[code[at]:code[at + 1]])


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replaced(a, i1, i2, b, j1, j2)
            else:
                mark = {"delete": "- ", "insert": "+ ", "equal": "  "}[tag]
                yield from (mark + line for line in (b[j1:j2] if tag == "insert" else a[i1:i2]))

    def _plain(self, a, i1, i2, b, j1, j2):
        old, new = ["- " + line for line in a[i1:i2]], ["+ " + line for line in b[j1:j2]]
        return new + old if len(new) < len(old) else old + new

    def _replaced(self, a, i1, i2, b, j1, j2):
        best, cutoff = 0.74, 0.75
        same = None
        s = SequenceMatcher(self.charjunk)
        for j in range(j1, j2):
            s.set_seq2(b[j])
            for i in range(i1, i2):
                if a[i] == b[j]:
                    same = same or (i, j)
                    continue
                s.set_seq1(a[i])
                if s.real_quick_ratio() > best and s.quick_ratio() > best and s.ratio() > best:
                    best, bi, bj = s.ratio(), i, j
        if best < cutoff:
            if same is None:
                yield from self._plain(a, i1, i2, b, j1, j2)
                return
            (bi, bj), best = same, 1.0
        else:
            same = None
        yield from self._rest(a, i1, bi, b, j1, bj)
        if same is None:
            x = y = ""
            s.set_seqs(a[bi], b[bj])
            for tag, k1, k2, l1, l2 in s.get_opcodes():
                mark = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}[tag]
                x += mark[0] * (k2 - k1)
                y += mark[1] * (l2 - l1)
            for sign, line, marks in (("-", a[bi], x), ("+", b[bj], y)):
                marks = "".join(c if m == " " and c.isspace() else m for m, c in zip(marks, line)).rstrip()
                yield sign + " " + line
                if marks:
                    yield f"? {marks}\n"
        else:
            yield "  " + a[bi]
        yield from self._rest(a, bi + 1, i2, b, bj + 1, j2)

    def _rest(self, a, i1, i2, b, j1, j2):
        if i1 < i2 and j1 < j2:
            yield from self._replaced(a, i1, i2, b, j1, j2)
        else:
            yield from ("- " + line for line in a[i1:i2])
            yield from ("+ " + line for line in b[j1:j2])


def IS_LINE_JUNK(line):
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    mark = {1: "- ", 2: "+ "}[int(which)]
    for line in delta:
        if line[:2] in ("  ", mark):
            yield line[2:]
