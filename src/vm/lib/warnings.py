"""Warnings: messages for the programmer, filtered by class and place."""

import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings"]

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")
_default_action = "default"
_once = {}
# (action, message or None, class, module or None, line); looked through from the front.
filters = [("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
           ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0),
           ("ignore", None, ResourceWarning, None, 0)]
_version = 1


class WarningMessage:
    """A warning that catch_warnings(record=True) has recorded."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    """The warning as text."""
    if line is None:
        import _runtime
        line = _runtime.source_line(filename, lineno)
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line and line.strip():
        text += f"  {line.strip()}\n"
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes the warning to a file, by default sys.stderr."""
    (sys.stderr if file is None else file).write(formatwarning(message, category, filename, lineno, line))


_plain_showwarning = showwarning
_recorder = None


def _show(message):
    if _recorder is not None and showwarning is _plain_showwarning:
        _recorder.append(message)
    else:
        showwarning(message.message, message.category, message.filename, message.lineno, message.file, message.line)


def _changed():
    global _version
    _version += 1


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter; message and module are regular expressions."""
    if action not in _ACTIONS:
        raise AssertionError("invalid action: %r" % (action,))
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for all messages of a class."""
    if action not in _ACTIONS:
        raise AssertionError("invalid action: %r" % (action,))
    _add((action, None, category, None, lineno), append)


def _add(entry, append):
    if append:
        if entry not in filters:
            filters.append(entry)
    else:
        if entry in filters:
            filters.remove(entry)
        filters.insert(0, entry)
    _changed()


def resetwarnings():
    filters[:] = []
    _changed()


def _matches(pattern, text, ignore_case):
    if pattern.replace("_", "").isalnum() and not ignore_case:
        return text == pattern if pattern == "__main__" else text.startswith(pattern)
    import re
    return re.match(pattern, text, re.I if ignore_case else 0) is not None


def warn(message, category=None, stacklevel=1, source=None):
    """Warns at the place of the caller, or of whom it was called by."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    try:
        frame = sys._getframe(max(stacklevel, 1))
    except ValueError:
        warn_explicit(message, category, "sys", 1, "sys", {})
        return
    names = frame.f_globals
    registry = names.setdefault("__warningregistry__", {})
    warn_explicit(message, category, frame.f_code.co_filename, frame.f_lineno, names.get("__name__", "<string>"),
                  registry, None, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warns at a place that is given."""
    if module is None:
        module = filename.removesuffix(".py") or "<unknown>"
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    if registry.get((text, category, lineno)):
        return
    action = _default_action
    for entry_action, pattern, cls, mod, line in filters:
        if ((pattern is None or _matches(pattern, text, True)) and issubclass(category, cls) and
                (mod is None or _matches(mod, module, False)) and (line == 0 or lineno == line)):
            action = entry_action
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[(text, category, lineno)] = 1
        if _once.get((text, category)):
            return
        _once[(text, category)] = 1
    elif action == "module":
        registry[(text, category, lineno)] = 1
        if registry.get((text, category, 0)):
            return
        registry[(text, category, 0)] = 1
    elif action == "default":
        registry[(text, category, lineno)] = 1
    _show(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Filters changed inside are as before afterwards; record=True gives a list of what was warned of."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f"{type(self).__name__}({'record=True' if self._record else ''})"

    def __enter__(self):
        global _recorder, showwarning
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._saved = (filters[:], showwarning, _recorder)
        log = None
        if self._record:
            log = _recorder = []
            showwarning = _plain_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        _changed()
        return log

    def __exit__(self, *exc_info):
        global _recorder, showwarning
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        filters[:], showwarning, _recorder = self._saved
        _changed()
