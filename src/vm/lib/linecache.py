"""Lines of source files: the program's own, and files of the run."""

import _runtime

cache = {}


def getlines(filename, module_globals=None):
    if filename not in cache:
        lines = _runtime.source_lines(filename)
        if not lines:
            try:
                with open(filename) as file:
                    lines = file.readlines()
            except (OSError, UnicodeDecodeError, SyntaxError):
                return []
            if lines and not lines[-1].endswith("\n"):
                lines[-1] += "\n"
        cache[filename] = lines
    return cache[filename]


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def clearcache():
    cache.clear()


def checkcache(filename=None):
    for name in [filename] if filename else list(cache):
        cache.pop(name, None)


def lazycache(filename, module_globals):
    return False
