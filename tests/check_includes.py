#!/usr/bin/env python3
"""Checks which folder of src/ includes which: the table of ARCHITECTURE.md, where dependencies point one way."""

import dataclasses
import pathlib
import re
import sys

# A folder may include itself, base, and these.
ALLOWED = {
    "base": set(),
    "lang": set(),
    "trace": set(),
    "gfx": set(),
    "vm": {"lang", "trace"},
    "exec": {"vm", "trace"},
    "timeline": {"trace"},
    "session": {"lang", "vm", "exec", "trace", "timeline"},
    "ui": {"session", "timeline", "gfx"},
    "app": {"lang", "trace", "gfx", "vm", "exec", "timeline", "session", "ui"},
}
# Of these folders only these files: vm runs code; it compiles only what a program imports, or passes to exec, and shows
# the diagnostic. (The table says which letters an identifier may have, for str.isidentifier.)
ONLY_FILES = {("vm", "lang"): {"lang/code.h", "lang/compiler.h", "lang/diagnostic.h", "lang/opcodes.def",
                               "lang/unicode_identifier.inc"}}
INCLUDE = re.compile(r"^\s*#\s*include\s*([<\"])([^>\"]+)[>\"]", re.MULTILINE)
IMGUI = re.compile(r"^(.*/)?im(gui|plot)[^/]*\.h$")
# What talks to the browser or the window system. The graphics interface itself (GLES3) belongs to gfx.
PLATFORM = re.compile(r"^(SDL2?/.*|SDL[_a-z]*\.h|emscripten(/.*|\.h)?)$")
GRAPHICS = re.compile(r"^(GLES[23]|GL|EGL)/")


@dataclasses.dataclass(frozen=True)
class Problem:
    """An include that is against the rules."""

    file: str
    line: int
    text: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.text}"


def problem_of(folder, quoted, name, src):
    """What is wrong with a file of `folder` including `name`; None if nothing is."""
    if quoted and not IMGUI.match(name) and not PLATFORM.match(name):
        target = name.split("/")[0]
        if "/" not in name or target not in ALLOWED:
            return f"\"{name}\" is not of the form \"folder/file.h\""
        if not (src / name).is_file():
            return f"there is no src/{name}"
        if target != folder and target != "base" and target not in ALLOWED[folder]:
            return f"{folder} must not include {target} (\"{name}\")"
        if name not in ONLY_FILES.get((folder, target), {name}):
            return f"of {target}, {folder} may include only {', '.join(sorted(ONLY_FILES[folder, target]))}"
        return None
    if IMGUI.match(name) and folder not in ("ui", "app"):
        return f"only ui and app include Dear ImGui (<{name}>)"
    if PLATFORM.match(name) and folder != "app":
        return f"only app includes SDL and Emscripten (<{name}>)"
    if GRAPHICS.match(name) and folder not in ("gfx", "ui", "app"):
        return f"{folder} must not include graphics (<{name}>)"
    return None


def check(src):
    """The files looked at, and the problems found, under the folder `src`."""
    src = pathlib.Path(src)
    files, problems = [], []
    for path in sorted(src.rglob("*")):
        if path.suffix not in (".h", ".cpp", ".def", ".inc") or not path.is_file():
            continue
        folder = path.relative_to(src).parts[0]
        name = f"src/{path.relative_to(src).as_posix()}"
        files.append(name)
        if folder not in ALLOWED:
            problems.append(Problem(name, 1, f"src/{folder} is no folder of the architecture"))
            continue
        text = path.read_text(encoding="utf-8")
        for found in INCLUDE.finditer(text):
            wrong = problem_of(folder, found.group(1) == "\"", found.group(2), src)
            if wrong:
                problems.append(Problem(name, text.count("\n", 0, found.start(1)) + 1, wrong))
    return files, problems


if __name__ == "__main__":
    looked_at, found_problems = check(pathlib.Path(__file__).resolve().parent.parent / "src")
    for one in found_problems:
        print(one)
    print(f"{len(looked_at)} files, {len(found_problems)} problems")
    sys.exit(1 if found_problems else 0)
