"""Where an exception came from, as text."""

import _runtime
import sys

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_HEADING = "Traceback (most recent call last):\n"
_GROUP_HEADING = "Exception Group Traceback (most recent call last):\n"
_REPEATS = 3       # of one place that are shown
_GROUP_WIDTH = 15  # exceptions of a group that are shown
_GROUP_DEPTH = 10
_given = object()


# --- Places ---------------------------------------------------------------------------------------------------

class FrameSummary:
    """One place: filename, lineno, name of the function, and the line's text."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None, _text=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = locals
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._line = line
        self._text = _text   # as printed, when it marks a part of the line

    @property
    def line(self):
        if self._line is None:
            self._line = _runtime.source_line(self.filename, self.lineno).strip()
        return self._line

    def _parts(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __iter__(self):
        return iter(self._parts())

    def __getitem__(self, index):
        return self._parts()[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._parts()[:3] == other._parts()[:3]
        if isinstance(other, tuple):
            return self._parts() == other
        return NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def _format(self):
        if self._text is not None:
            return self._text
        text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
        if self.line:
            text += f"    {self.line.strip()}\n"
        return text


class StackSummary(list):
    """Places, outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        places = [FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in frame_gen]
        return cls(_limited(places, limit))

    @classmethod
    def from_list(cls, a_list):
        return cls(place if isinstance(place, FrameSummary) else FrameSummary(*place[:3], line=place[3])
                   for place in a_list)

    def format_frame_summary(self, frame_summary):
        return frame_summary._format()

    def format(self):
        """Texts of the places; one that repeats itself is shown three times."""
        result = []
        last = None
        count = 0

        def note_repeats():
            if count > _REPEATS:
                more = count - _REPEATS
                result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")
        for place in self:
            key = (place.filename, place.lineno, place.name)
            if key != last:
                note_repeats()
                last = key
                count = 0
            count += 1
            if count <= _REPEATS:
                result.append(self.format_frame_summary(place))
        note_repeats()
        return result


def _limited(places, limit):
    if limit is None:
        return places
    if limit >= 0:
        return places[:limit]
    return places[limit:]


def walk_stack(f):
    """(frame, line) from the frame outwards."""
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """(frame, line) from the outermost call inwards."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    places = []
    while tb is not None:
        code = tb.tb_frame.f_code
        places.append(FrameSummary(code.co_filename, tb.tb_lineno, code.co_name, _text=_runtime.entry(tb)))
        tb = tb.tb_next
    return StackSummary(_limited(places, limit))


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    places = [FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in walk_stack(f)]
    if limit is not None:
        places = places[:limit] if limit >= 0 else places[limit:]
    places.reverse()
    return StackSummary(places)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe(1)
    _write(extract_stack(f, limit).format(), file)


def clear_frames(tb):
    pass


def _write(lines, file):
    (sys.stderr if file is None else file).write("".join(lines))


# --- Exceptions -----------------------------------------------------------------------------------------------

def _safe_text(value, what, function=str):
    try:
        return function(value)
    except Exception:
        return f"<{what} {function.__name__}() failed>"


def _qualified_name(cls):
    module = cls.__module__
    if module in ("__main__", "builtins"):
        return cls.__qualname__
    if not isinstance(module, str):
        module = "<unknown>"
    return f"{module}.{cls.__qualname__}"


class TracebackException:
    """All that is needed to show an exception, without keeping the exception itself."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=_GROUP_WIDTH, max_group_depth=_GROUP_DEPTH, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._str = _safe_text(exc_value, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self._syntax = None
        if exc_type is not None and issubclass(exc_type, SyntaxError):
            self._syntax = tuple(getattr(exc_value, name, None)
                                 for name in ("filename", "lineno", "text", "offset", "end_offset", "msg"))
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self.__cause__ = self.__context__ = self.exceptions = None
        if exc_value is None:
            return

        def other(exception):
            if exception is None or id(exception) in seen:
                return None
            return TracebackException(type(exception), exception, exception.__traceback__, limit=limit,
                                      max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)
        self.__cause__ = other(exc_value.__cause__)
        if not (compact and self.__cause__ is not None or self.__suppress_context__ and compact):
            self.__context__ = other(exc_value.__context__)
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [entry for entry in map(other, exc_value.exceptions) if entry is not None]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """The last lines: class and text, for a SyntaxError the place as well, then the notes."""
        if self.exc_type is None:
            yield "NoneType: None\n"
            return
        name = _qualified_name(self.exc_type)
        if self._syntax is not None:
            yield from self._format_syntax_error(name)
        else:
            text = self._str
            yield f"{name}: {text}\n" if text and self._str != "None" else f"{name}\n"
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _safe_text(note, "note").split("\n"):
                    yield line + "\n"
        elif notes is not None:
            yield _safe_text(notes, "__notes__", repr) + "\n"

    def _format_syntax_error(self, name):
        filename, lineno, text, offset, end_offset, message = self._syntax
        if lineno is not None:
            yield f'  File "{filename or "<string>"}", line {lineno}\n'
        if text is not None:
            line = text.rstrip("\n")
            shown = line.lstrip(" \n\f")
            yield f"    {shown}\n"
            if offset is not None:
                start = offset - 1 - (len(line) - len(shown))
                end = start + 1
                if end_offset not in (None, 0, -1) and end_offset > offset:
                    end = end_offset - 1 - (len(line) - len(shown))
                if start >= 0:
                    yield "    " + "".join(c if c.isspace() else " " for c in shown[:start]).ljust(start) + \
                        "^" * (end - start) + "\n"
        yield f"{name}: {message or '<no detail available>'}\n"

    def format(self, *, chain=True, _out=None):
        """The lines of the report."""
        if _out is None:
            out = _Indented()
            self._format(out, chain)
            yield from out.lines

    def _format(self, out, chain):
        links = []   # (exception, what joins it to the one before), the outermost first
        at = self
        while at is not None:
            following, text = None, None
            if chain:
                if at.__cause__ is not None:
                    following, text = at.__cause__, _CAUSE
                elif at.__context__ is not None and not at.__suppress_context__:
                    following, text = at.__context__, _CONTEXT
            links.append((at, text))
            at = following
        for entry, text in reversed(links):
            if text is not None:
                out.add(text)
            entry._format_one(out)

    def _format_one(self, out):
        if self.exceptions is None:
            if self.stack:
                out.add(_HEADING)
                out.add_all(self.stack.format())
            out.add_all(self.format_exception_only())
            return
        if out.depth > self.max_group_depth:
            out.add(f"... (max_group_depth is {self.max_group_depth})\n")
            return
        outermost = out.depth == 0
        if outermost:
            out.depth = 1
        if self.stack:
            out.add(_GROUP_HEADING, "+" if outermost else None)
            out.add_all(self.stack.format())
        out.add_all(self.format_exception_only())
        self._format_members(out)
        if outermost:
            out.depth = 0

    def _format_members(self, out):
        count = min(len(self.exceptions), self.max_group_width + 1)
        out.must_close = False
        for index in range(count):
            last = index == count - 1
            if last:
                out.must_close = True
            cut = index >= self.max_group_width
            title = "..." if cut else str(index + 1)
            out.lines.append(f"{out.indent()}{'+-' if index == 0 else '  '}+---------------- {title} ----------------\n")
            out.depth += 1
            if cut:
                more = len(self.exceptions) - self.max_group_width
                out.add(f"and {more} more exception{'s' if more > 1 else ''}\n")
            else:
                self.exceptions[index]._format(out, True)
            if last and out.must_close:
                out.lines.append(out.indent() + "+------------------------------------\n")
                out.must_close = False
            out.depth -= 1

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)


class _Indented:
    """Lines of nested exception groups."""

    def __init__(self):
        self.lines = []
        self.depth = 0
        self.must_close = False

    def indent(self):
        return " " * (2 * self.depth)

    def add(self, text, margin=None):
        if not self.depth:
            self.lines.append(text)
            return
        prefix = f"{self.indent()}{margin or '|'} "
        self.lines.append("".join(prefix + line for line in text.splitlines(True)))

    def add_all(self, texts):
        for text in texts:
            self.add(text)


def _parse(exc, value, tb):
    """The arguments (exception) or (class, exception, traceback) as the latter."""
    if (value is _given) != (tb is _given):
        raise ValueError("Both or neither of value and tb must be given")
    if value is _given:
        if exc is None:
            return None, None, None
        if not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return type(exc), exc, exc.__traceback__
    return (None if value is None else type(value)), value, tb


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    cls, value, tb = _parse(exc, value, tb)
    return list(TracebackException(cls, value, tb, limit=limit).format(chain=chain))


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_given):
    if value is _given:
        value = exc
    cls = None if value is None else type(value)
    return list(TracebackException(cls, value, None).format_exception_only())


def _current():
    return sys.exc_info()[1]


def format_exc(limit=None, chain=True):
    """The exception that is being handled, as text."""
    return "".join(format_exception(_current(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(_current(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    last = getattr(sys, "last_value", None)
    if last is None:
        raise ValueError("no last exception")
    print_exception(last, limit=limit, file=file, chain=chain)
